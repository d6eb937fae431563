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
  private volatile Instant proven;
  private volatile boolean open = true;

  /**
   * @param version of the member's key that was opened
   * @param proven when the member last typed the password
   */
  VaultSession(
      Kind kind, UUID memberId, int version, OrganisationKeys keys, Instant now, Instant proven) {
    this.kind = kind;
    this.memberId = memberId;
    this.version = version;
    this.keys = keys;
    this.touched = now;
    this.proven = proven;
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

  /** The member typed the password. */
  void prove(Instant now) {
    proven = now;
  }

  /** When the member last typed the password in this session. */
  Instant proven() {
    return proven;
  }

  void close() {
    open = false;
  }
}
