package eu.rempart.account.second;

import org.springframework.security.core.AuthenticationException;

/** What was answered beside the password was not right, or not in time. */
public final class SecondStepRefusedException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final boolean over;

  private SecondStepRefusedException(boolean over) {
    super(over ? "too late for a second factor" : "wrong second factor");
    this.over = over;
  }

  static SecondStepRefusedException wrong() {
    return new SecondStepRefusedException(false);
  }

  static SecondStepRefusedException late() {
    return new SecondStepRefusedException(true);
  }

  /** Whether it begins with the password again. */
  public boolean isOver() {
    return over;
  }
}
