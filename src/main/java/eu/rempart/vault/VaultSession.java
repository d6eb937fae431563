package eu.rempart.vault;

import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.lock.VaultLockedException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
  private final Opener opener;
  private final OrganisationKeys keys;
  private volatile Instant touched;
  private volatile Instant proven;
  private volatile boolean open = true;

  /**
   * What opened it.
   *
   * @param version of the member's key; 0 where it was a passkey
   * @param passkey null where it was the password
   */
  record Opener(UUID memberId, int version, @Nullable UUID passkey) {

    static Opener password(UUID memberId, int version) {
      return new Opener(memberId, version, null);
    }

    static Opener passkey(UUID memberId, UUID passkey) {
      return new Opener(memberId, 0, passkey);
    }
  }

  /**
   * @param proven when the member last proved who they are
   */
  VaultSession(Kind kind, Opener opener, OrganisationKeys keys, Instant now, Instant proven) {
    this.kind = kind;
    this.opener = opener;
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
    return opener.memberId();
  }

  Opener opener() {
    return opener;
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

  /** The member typed the password, or showed a passkey. */
  void prove(Instant now) {
    proven = now;
  }

  /** When the member last proved in this session who they are. */
  Instant proven() {
    return proven;
  }

  void close() {
    open = false;
  }
}
