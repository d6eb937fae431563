package eu.rempart.account.signin;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Not even looked at: too many wrong passwords came before, or too many come at once. */
public final class TooManyTriesException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  /** Why somebody has to wait. */
  public enum Reason {
    /** Wrong passwords for this account came before. */
    ACCOUNT,
    /** Wrong passwords, codes or kits came from this address or from around it. */
    SOURCE,
    /** More people sign in at this moment than the memory of the machine lets in. */
    BUSY
  }

  private final Duration wait;
  private final Reason reason;

  public TooManyTriesException(Duration wait, Reason reason) {
    super("to be tried again in %d s (%s)".formatted(seconds(wait), reason));
    this.wait = wait;
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** How long to wait, in whole seconds, 1 or more. */
  public long seconds() {
    return seconds(wait);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
