package eu.rempart.vault.lock;

/** Nobody on this thread holds the organisation's key, or it has been locked meanwhile. */
public final class VaultLockedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public VaultLockedException() {
    super("the vault is locked for this thread");
  }
}
