package eu.rempart.email.mime;

/**
 * A report that a mail was not delivered (RFC 3464).
 *
 * @param messageId of the mail that came back
 * @param why what the server said, word for word
 */
public record Bounce(String messageId, String why) {

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "Bounce[hidden]";
  }
}
