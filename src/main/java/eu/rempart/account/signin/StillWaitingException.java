package eu.rempart.account.signin;

import eu.rempart.vault.joining.WaitingHandle;
import org.springframework.security.core.AuthenticationException;

/** The password is right, and no administrator's session has let its owner in yet. */
public final class StillWaitingException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final WaitingHandle handle;

  public StillWaitingException(WaitingHandle handle) {
    super("waits to be let in");
    this.handle = handle;
  }

  public WaitingHandle handle() {
    return handle;
  }
}
