package eu.rempart.vault;

import eu.rempart.vault.lock.LockReason;

/**
 * A handle of its own for a background job: it outlives the sign-out and the idle lock of whoever
 * started the job, but not "lock now" or that member's suspension. Close it when the job ends.
 */
public final class VaultLease implements AutoCloseable {

  private final VaultHandle handle;
  private final VaultSessions sessions;

  VaultLease(VaultHandle handle, VaultSessions sessions) {
    this.handle = handle;
    this.sessions = sessions;
  }

  public VaultHandle handle() {
    return handle;
  }

  @Override
  public void close() {
    sessions.close(handle, LockReason.JOB_ENDED);
  }
}
