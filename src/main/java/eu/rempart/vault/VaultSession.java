package eu.rempart.vault;

import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.lock.VaultLockedException;
import java.time.Instant;
import java.util.UUID;

/** One open handle. */
final class VaultSession {

  enum Kind {
    SIGNED_IN,
    JOB,
    /** Opens while others do; keeps nothing open. */
    FOLLOWER
  }

  private final VaultHandle handle = new VaultHandle();
  private final Kind kind;
  private final UUID memberId;
  private final int version;
  private final OrganisationKeys keys;
  private volatile Instant touched;
  private volatile boolean open = true;

  /**
   * @param version of the member's key that was opened
   */
  VaultSession(Kind kind, UUID memberId, int version, OrganisationKeys keys, Instant now) {
    this.kind = kind;
    this.memberId = memberId;
    this.version = version;
    this.keys = keys;
    this.touched = now;
  }

  VaultHandle handle() {
    return handle;
  }

  Kind kind() {
    return kind;
  }

  UUID memberId() {
    return memberId;
  }

  int version() {
    return version;
  }

  /**
   * @throws VaultLockedException if this handle has been locked
   */
  OrganisationKeys keys() {
    if (!open) {
      throw new VaultLockedException();
    }
    return keys;
  }

  void touch(Instant now) {
    touched = now;
  }

  Instant touched() {
    return touched;
  }

  void close() {
    open = false;
  }
}
