package eu.rempart.vault.handle;

/**
 * A handle of its own for a background job: it outlives the sign-out and the idle lock of whoever
 * started the job, but not "lock now" or that member's suspension. Close it when the job ends.
 */
public final class VaultLease implements AutoCloseable {

  private final VaultHandle handle;
  private final Runnable end;

  /**
   * Made by the vault.
   *
   * @param end locks the handle
   */
  public VaultLease(VaultHandle handle, Runnable end) {
    this.handle = handle;
    this.end = end;
  }

  public VaultHandle handle() {
    return handle;
  }

  @Override
  public void close() {
    end.run();
  }
}
