package eu.rempart.account.passkey;

import java.util.Locale;
import org.springframework.security.core.AuthenticationException;

/** Nobody signs in with this passkey now; says why as far as its owner can do something. */
public final class PasskeyRefusedException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  /** What the sign-in page says. */
  public enum Reason {
    /** Of no account, or not what its owner's authenticator says. */
    REFUSED,
    /** The question was too old, or of another page. */
    LATE,
    /** The authenticator gave no secret this time, so that nothing opens. */
    NO_KEY,
    /** It is asked for after the password, and signs in to nothing by itself. */
    BESIDE;

    /** As it stands in the address of the page. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;

  PasskeyRefusedException(Reason reason) {
    super("passkey refused: " + reason.key());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
