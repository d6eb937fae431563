package eu.rempart.email;

import java.util.List;

/**
 * An e-mail as somebody typed it.
 *
 * @param to addresses, apart by commas, semicolons or lines
 * @param copies as {@code to}; may be empty
 * @param answers the message ids that it answers, the newest last
 */
public record Outgoing(
    String to, String copies, String subject, String text, List<String> answers) {

  public Outgoing {
    answers = List.copyOf(answers);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Outgoing[hidden]";
  }
}
