package eu.rempart.email;

import java.util.List;
import java.util.Objects;

/**
 * An e-mail as somebody typed it.
 *
 * @param to addresses, apart by commas, semicolons or lines
 * @param copies as {@code to}; may be empty
 * @param answers the message ids that it answers, the newest last
 * @param files what goes with it
 */
public record Outgoing(
    String to,
    String copies,
    String subject,
    String text,
    List<String> answers,
    List<Attachment> files) {

  public Outgoing {
    answers = List.copyOf(answers);
    // what somebody began before there were any knows of none
    files = Objects.requireNonNullElse(files, List.<Attachment>of()).stream().toList();
  }

  /** One without files. */
  public Outgoing(String to, String copies, String subject, String text, List<String> answers) {
    this(to, copies, subject, text, answers, List.of());
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Outgoing[hidden]";
  }
}
