package eu.rempart.email.mime;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a mail.
 *
 * @param name as its sender called it
 * @param content null where it is not read
 * @param tooLarge whether that is since the mail is too large; else it is damaged
 */
public record ReceivedFile(String name, byte @Nullable [] content, boolean tooLarge) {

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "ReceivedFile[hidden]";
  }
}
