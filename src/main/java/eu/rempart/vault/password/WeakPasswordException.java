package eu.rempart.vault.password;

/** The new password breaks the policy. */
public final class WeakPasswordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final PasswordFault fault;

  public WeakPasswordException(PasswordFault fault) {
    super("the new password is refused: " + fault);
    this.fault = fault;
  }

  public PasswordFault fault() {
    return fault;
  }
}
