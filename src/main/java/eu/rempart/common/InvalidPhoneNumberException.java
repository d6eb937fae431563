package eu.rempart.common;

/** Thrown when a text can't even be kept as a phone number. Never says what the text was. */
public class InvalidPhoneNumberException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidPhoneNumberException(String message) {
    super(message);
  }
}
