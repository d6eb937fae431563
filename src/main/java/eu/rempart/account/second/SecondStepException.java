package eu.rempart.account.second;

import org.springframework.security.core.AuthenticationException;

/** The password is right, and that is not enough. */
public final class SecondStepException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final String ticket;

  SecondStepException(String ticket) {
    super("a second factor is asked for");
    this.ticket = ticket;
  }

  /** Under what the sign-in waits; empty if there is nothing that could be asked for. */
  public String ticket() {
    return ticket;
  }
}
