package eu.rempart.vault;

import eu.rempart.db.AfterCommit;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.crypto.Secret;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.lock.LockReason;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.passkey.NewPasskey;
import eu.rempart.vault.passkey.Passkey;
import eu.rempart.vault.passkey.PasskeyKeys;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to the organisation's key for passkeys, beside {@link VaultService}. That an
 * authenticator signed is the caller's to check; what opens is decided here, by its secret alone.
 * Thread safe.
 */
public final class VaultPasskeys {

  private final PasskeyKeys passkeys;
  private final VaultSessions sessions;
  private final SecurityEvents events;
  private final Clock clock;
  private final CurrentVault current;

  VaultPasskeys(VaultParts parts) {
    this.passkeys = parts.passkeys();
    this.sessions = parts.sessions();
    this.events = parts.events();
    this.clock = parts.clock();
    this.current = parts.current();
  }

  /** What authenticators make their secret of; empty where there is no vault. Not secret. */
  public Optional<byte[]> salt() {
    return passkeys.salt();
  }

  /** The passkey that an authenticator names; empty unless its row is what was written. */
  public Optional<Passkey> find(byte[] credentialId) {
    return passkeys.find(credentialId);
  }

  /** A member's passkeys, the oldest first. */
  public List<Passkey> of(UUID memberId) {
    return passkeys.of(memberId);
  }

  /**
   * A passkey of whoever is signed in on this thread that opens the vault.
   *
   * @param secret of the authenticator; zeroed by the caller
   * @throws VaultLockedException if nobody on this thread holds the key
   */
  public Passkey add(NewPasskey enrolled, Secret secret) {
    VaultSession session =
        sessions.session(current.handle().orElseThrow(VaultLockedException::new));
    return added(
        VaultSessions.unlocked(
            () -> passkeys.add(session.memberId(), enrolled, secret, session.keys())));
  }

  /** A passkey that opens nothing: of an engineer, or to be asked for beside a password. */
  public Passkey addWithoutKey(UUID memberId, NewPasskey enrolled) {
    return added(passkeys.add(memberId, enrolled, null, null));
  }

  private Passkey added(Passkey passkey) {
    events.record(
        SecurityEvent.of("vault.passkey.added", Severity.NOTICE).member(passkey.memberId()));
    return passkey;
  }

  /**
   * Opens the vault with a passkey whose authenticator has signed.
   *
   * @param secret of the authenticator, zeroed by the caller; null where it gave none
   */
  public Unlocking open(Passkey passkey, @Nullable Secret secret) {
    return switch (passkeys.open(passkey.credentialId(), secret)) {
      case PasskeyKeys.Opening.Refused(var code) -> new Unlocking.Refused(code);
      case PasskeyKeys.Opening.Opened(var keys) -> {
        if (keys == null) {
          yield new Unlocking.VerifiedWithoutKey();
        }
        VaultHandle handle =
            sessions.open(VaultSession.Opener.passkey(passkey.memberId(), passkey.id()), keys);
        AfterCommit.onRollback(() -> sessions.close(handle, LockReason.SIGNED_OUT));
        yield new Unlocking.Unlocked(handle);
      }
    };
  }

  /**
   * Whoever holds this handle has shown one of their passkeys just now, which dangerous acts ask
   * for.
   *
   * @throws VaultLockedException if the handle has been locked
   */
  public void prove(VaultHandle handle) {
    sessions.session(handle).prove(clock.instant());
  }

  /**
   * It was used just now.
   *
   * @param counter as the authenticator said
   * @param place two letters of the country
   */
  public void used(Passkey passkey, long counter, String place) {
    passkeys.used(passkey.id(), counter, place);
  }

  /**
   * @param name 1 to 60 letters
   * @return false where the member has no such passkey
   */
  public boolean rename(UUID memberId, UUID id, String name) {
    return passkeys.rename(memberId, id, name);
  }

  /**
   * Takes a passkey away; what it opened is locked, but for the session that asks.
   *
   * @return false where the member has no such passkey
   */
  public boolean remove(UUID memberId, UUID id) {
    if (!passkeys.remove(memberId, id)) {
      return false;
    }
    VaultHandle mine = current.handle().orElse(null);
    sessions.closeIf(
        s -> id.equals(s.opener().passkey()) && s.handle() != mine, LockReason.PASSWORD_CHANGED);
    events.record(SecurityEvent.of("vault.passkey.removed", Severity.NOTICE).member(memberId));
    return true;
  }

  /** Takes all of a member's passkeys away, as {@link #remove} does. */
  public int removeAll(UUID memberId) {
    int removed = passkeys.removeAll(memberId);
    if (removed > 0) {
      events.record(SecurityEvent.of("vault.passkey.removed", Severity.NOTICE).member(memberId));
    }
    return removed;
  }
}
