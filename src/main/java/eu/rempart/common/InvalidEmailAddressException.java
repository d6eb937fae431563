package eu.rempart.common;

/** Thrown when a text isn't an e-mail address. Says why, never what the text was. */
public class InvalidEmailAddressException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Why a text isn't an e-mail address. */
  public enum Reason {
    BLANK("is blank"),
    TOO_LONG("has more than " + EmailAddress.MAX_LENGTH + " characters"),
    CHARACTER("has a character that no address has"),
    SYNTAX("isn't of the form name@domain");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Reason reason;

  InvalidEmailAddressException(Reason reason) {
    super("e-mail address " + reason.sentence);
    this.reason = reason;
  }

  /** Why the text was refused. */
  public Reason reason() {
    return reason;
  }
}
