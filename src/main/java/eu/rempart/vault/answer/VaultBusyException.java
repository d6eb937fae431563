package eu.rempart.vault.answer;

/** Too many passwords are being checked at once; to be tried again in a moment. */
public final class VaultBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public VaultBusyException() {
    super("too many passwords are being checked at once");
  }
}
