package eu.rempart.vault;

import eu.rempart.db.AfterCommit;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.vault.answer.PasswordChange;
import eu.rempart.vault.answer.SetUpResult;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.answer.VaultBusyException;
import eu.rempart.vault.answer.VaultFacts;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.event.Damage;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultLease;
import eu.rempart.vault.joining.WaitingRoom;
import eu.rempart.vault.key.Access;
import eu.rempart.vault.key.OrganisationKeys;
import eu.rempart.vault.key.Pepper;
import eu.rempart.vault.key.VaultRepository;
import eu.rempart.vault.lock.LockReason;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.operating.VaultSettings;
import eu.rempart.vault.passkey.PasskeyKeys;
import eu.rempart.vault.password.PasswordRule;
import eu.rempart.vault.password.Stretching;
import eu.rempart.vault.password.WeakPasswordException;
import eu.rempart.vault.second.SecondFactors;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * The door to the organisation's key. Passwords are the caller's to zero. Whoever may call what is
 * decided by the caller (the room {@code account}); what opens is decided here, by cryptography
 * alone. Thread safe.
 */
public final class VaultService {

  private final Access access;
  private final Founding founding;
  private final InvitationRepository invited;
  private final Admissions admissions;
  private final WaitingRoom room;
  private final PasskeyKeys passkeys;
  private final SecondFactors seconds;
  private final VaultRepository repository;
  private final VaultSessions sessions;
  private final Pepper pepper;
  private final SecurityEvents events;
  private final Damage damage;
  private final VaultSettings settings;
  private final Clock clock;
  private final CurrentVault current;
  private final IdleTime idleTime;

  VaultService(VaultParts parts) {
    this.access = parts.access();
    this.founding = parts.founding();
    this.invited = parts.invited();
    this.admissions = parts.admissions();
    this.room = parts.room();
    this.passkeys = parts.passkeys();
    this.seconds = parts.seconds();
    this.repository = parts.repository();
    this.sessions = parts.sessions();
    this.pepper = parts.pepper();
    this.events = parts.events();
    this.damage = parts.damage();
    this.settings = parts.settings();
    this.clock = parts.clock();
    this.current = parts.current();
    this.idleTime = new IdleTime(parts.repository(), parts.pepper(), parts.events());
  }

  public VaultState state() {
    return access.state();
  }

  /**
   * Makes the organisation's key. The member's row must exist (in the same transaction is enough).
   *
   * @throws IllegalStateException unless {@link #state} is NEW
   * @throws WeakPasswordException if the password breaks the policy
   */
  public SetUpResult setUp(UUID adminId, char[] password) {
    PasswordRule.LEAST.require(password);
    Founding.Founded founded = founding.setUp(adminId, password);
    return new SetUpResult(
        open(adminId, repository.version(adminId), founded.keys()), founded.kit());
  }

  /**
   * Checks a password and, but for engineers, unlocks. Takes the same time for a member who does
   * not exist as for a wrong password.
   *
   * @param memberId null for an unknown e-mail address
   * @throws VaultBusyException if too many are being checked
   */
  public Unlocking verifyAndUnlock(@Nullable UUID memberId, char[] password) {
    if (memberId != null && admissions.isNew(memberId)) {
      return waiting(memberId, password, new Unlocking.Refused(null));
    }
    return switch (access.open(memberId, password)) {
      case Access.Opening.Refused(var code) -> {
        Unlocking refused = new Unlocking.Refused(code);
        yield memberId == null || code != null ? refused : waiting(memberId, password, refused);
      }
      case Access.Opening.Opened(var version, var keys, var outdated) ->
          keys == null || memberId == null
              ? new Unlocking.VerifiedWithoutKey()
              : new Unlocking.Unlocked(
                  open(
                      memberId,
                      outdated ? renewed(memberId, version, password, keys) : version,
                      keys));
    };
  }

  /**
   * The version of the key that takes the place of one that falls to a quantum computer, made with
   * the same password; of the former where that has to wait.
   */
  private int renewed(UUID memberId, int version, char[] password, OrganisationKeys keys) {
    try {
      access.rewrap(memberId, version, password, keys);
    } catch (VaultBusyException e) {
      return version; // the next time
    } catch (OptimisticLockingFailureException e) {
      // they signed in elsewhere at the same time, or the password is another by now
      return access.open(memberId, password) instanceof Access.Opening.Opened now
          ? forgotten(now)
          : version;
    }
    events.record(SecurityEvent.of("vault.key.renewed", Severity.INFO).member(memberId));
    return repository.version(memberId);
  }

  private static int forgotten(Access.Opening.Opened opened) {
    opened.forget();
    return opened.version();
  }

  /** Of somebody whose key waits, beside one that they may have; costs nothing for others. */
  private Unlocking waiting(UUID memberId, char[] password, Unlocking refused) {
    var place = admissions.verify(memberId, password);
    return place.isPresent() ? new Unlocking.Waiting(place.get()) : refused;
  }

  /**
   * As {@link #verifyAndUnlock(UUID, char[])}, for somebody whose device has never signed in to the
   * account: where many of them come at once, they wait rather than those who are known.
   */
  public Unlocking verifyAndUnlockStranger(@Nullable UUID memberId, char[] password) {
    return Stretching.asStranger(() -> verifyAndUnlock(memberId, password));
  }

  /**
   * Whether this is the password of the handle's member. If it is, it counts as typed just now,
   * which dangerous acts ask for; unlocks nothing.
   *
   * @throws VaultLockedException if the handle has been locked
   * @throws VaultBusyException if too many are being checked
   */
  public boolean prove(VaultHandle handle, char[] password) {
    VaultSession session = sessions.session(handle);
    if (access.open(session.memberId(), password) instanceof Access.Opening.Opened opened) {
      opened.forget();
      session.prove(clock.instant());
      return true;
    }
    return false;
  }

  /**
   * Re-wraps one row. The member's other handles are locked; the one of this thread stays.
   *
   * @throws WeakPasswordException if the new password breaks the policy
   * @throws OptimisticLockingFailureException if the password was changed at the same time
   *     elsewhere
   */
  public PasswordChange changePassword(UUID memberId, char[] old, char[] newPassword) {
    PasswordRule.LEAST.require(newPassword);
    return switch (access.open(memberId, old)) {
      case Access.Opening.Refused(var code) -> new PasswordChange.Refused(code);
      case Access.Opening.Opened opened -> {
        try {
          access.rewrap(memberId, opened.version(), newPassword, opened.keys());
        } finally {
          opened.forget();
        }
        VaultHandle mine = current.handle().orElse(null);
        if (mine != null) {
          sessions.find(mine).ifPresent(session -> session.prove(clock.instant()));
        }
        sessions.closeIf(
            s -> s.memberId().equals(memberId) && s.handle() != mine, LockReason.PASSWORD_CHANGED);
        events.record(SecurityEvent.of("vault.password.changed", Severity.INFO).member(memberId));
        yield new PasswordChange.Changed();
      }
    };
  }

  /**
   * Opens the vault with the recovery kit and gives this member a new password and a key; making
   * the member an active administrator is the caller's part.
   *
   * @return empty if the kit is not this vault's
   */
  public Optional<VaultHandle> recover(RecoveryKit kit, UUID adminId, char[] newPassword) {
    PasswordRule.LEAST.require(newPassword);
    return founding
        .recover(kit, adminId, newPassword)
        .map(keys -> open(adminId, repository.version(adminId), keys));
  }

  /**
   * Brings {@code HOME/keys/pepper} back if it was lost; members sign in as before then.
   *
   * @return false if this is not the vault's kit, or something else is wrong
   */
  public boolean restorePepper(RecoveryKit kit) {
    return founding.restorePepper(kit);
  }

  /** A new kit in the place of the former one, which opens nothing any more. */
  public RecoveryKit renewRecoveryKit() {
    VaultSession session = currentSession();
    return VaultSessions.unlocked(() -> founding.renewKit(session.keys(), session.memberId()));
  }

  /**
   * Deletes the member's wrap, passkeys, second factors and invitations, and locks the member's
   * handles and jobs at once.
   */
  public void suspend(UUID memberId) {
    invited.revoke(memberId, clock.instant());
    access.refuse(memberId);
    access.withdraw(memberId);
    passkeys.removeAll(memberId);
    seconds.forget(memberId);
    lockOut(memberId);
    events.record(SecurityEvent.of("vault.member.suspended", Severity.NOTICE).member(memberId));
  }

  /** As {@link #suspend}, where another server has written that already. */
  public void lockOut(UUID memberId) {
    sessions.closeIf(s -> s.memberId().equals(memberId), LockReason.SUSPENDED);
  }

  private VaultHandle open(UUID memberId, int version, OrganisationKeys keys) {
    VaultHandle handle = sessions.open(VaultSession.Opener.password(memberId, version), keys);
    AfterCommit.onRollback(() -> lock(handle));
    return handle;
  }

  /** Sign-out. Does nothing if it is locked already. */
  public void lock(VaultHandle handle) {
    sessions.close(handle, LockReason.SIGNED_OUT);
  }

  /** "Lock now": every handle and job on this server, at once. */
  public void lockAll() {
    SecurityEvent locked = SecurityEvent.of("vault.locked", Severity.NOTICE);
    UUID by = current.handle().flatMap(sessions::memberOf).orElse(null);
    sessions.closeAll(LockReason.LOCKED_BY_ADMINISTRATOR);
    events.record(by == null ? locked : locked.member(by));
  }

  public boolean isOpen(VaultHandle handle) {
    return sessions.isOpen(handle);
  }

  /**
   * A person did something: the idle time starts anew. Not for polling or pushes.
   *
   * @throws VaultLockedException if the handle has been locked
   */
  public void touch(VaultHandle handle) {
    sessions.touch(handle);
  }

  /**
   * @throws VaultLockedException if the handle has been locked
   */
  public VaultLease lease(VaultHandle handle) {
    return sessions.lease(handle);
  }

  /** For jobs that run in no scope; every use throws once the handle is locked. */
  public Sealing sealingFor(VaultHandle handle) {
    return (table, recordId) -> new FieldSealing(sessions.session(handle), table, recordId, damage);
  }

  /**
   * Finds the account of an address: HMAC-SHA256 under the pepper, the same however it is typed.
   */
  public byte[] memberEmailHash(String email) {
    return pepper.emailHash(email);
  }

  /**
   * @param idle 1 minute to 24 hours
   */
  public void setIdle(Duration idle) {
    idleTime.set(idle);
  }

  public VaultFacts facts() {
    return new VaultFacts(
        repository.wraps(),
        repository.withoutWrap(),
        invited.open(clock.instant()),
        sessions.signedIn(),
        sessions.jobs(),
        sessions.isUnlocked(),
        idleTime.get(),
        settings.linger(),
        VaultFacts.DUMP_REVEALS);
  }

  /** Locks what was idle for too long. Called every few seconds. */
  void sweep() {
    sessions.sweep(idleTime.get());
    room.sweep();
    damage.startInterval(clock.instant());
  }

  /** The server stops: nothing of anybody stays in memory. */
  void close() {
    sessions.closeAll(LockReason.SERVER_STOPPED);
    room.clear();
  }

  private VaultSession currentSession() {
    return sessions.session(current.handle().orElseThrow(VaultLockedException::new));
  }
}
