package eu.rempart.tls;

import java.io.Serial;
import java.util.Locale;

/** The authority can't do what it was asked; the reason says what a person may change. */
public final class AuthorityRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why, one for each sentence that an operator may read. */
  public enum Reason {
    NO_AUTHORITY,
    NO_SERVER_CERTIFICATE,
    NAME_UNUSABLE,
    NAME_NOT_PERMITTED,
    FILE_EXISTS,
    FOLDER_UNUSABLE,
    NO_CERTIFICATE_IN_FILE,
    SERIAL_UNKNOWN,
    NOT_ISSUED_HERE,
    AUTHORITY_NOT_REVOCABLE,
    REVOKED_ALREADY,
    NOTHING_PREPARED,
    PREPARED_ALREADY;

    /** A short code for people to search for, such as {@code ca-no-authority}. */
    public String code() {
      return "ca-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;
  private final String subject;

  AuthorityRefusedException(Reason reason, Object subject) {
    super(reason.code() + ": " + subject);
    this.reason = reason;
    this.subject = subject.toString();
  }

  public Reason reason() {
    return reason;
  }

  /** The file, name or serial number that it is about. */
  public String subject() {
    return subject;
  }
}
