package eu.rempart.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Not even looked at: too many wrong passwords came before, or too many come at once. */
public final class TooManyTriesException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  TooManyTriesException(Duration wait) {
    super("to be tried again in %d s".formatted(seconds(wait)));
    this.wait = wait;
  }

  /** How long to wait, in whole seconds, 1 or more. */
  public long seconds() {
    return seconds(wait);
  }

  private static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }
}
