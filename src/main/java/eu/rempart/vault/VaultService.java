package eu.rempart.vault;

import eu.rempart.db.AfterCommit;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Invitation;
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
import eu.rempart.vault.lock.LockReason;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.password.PasswordPolicy;
import eu.rempart.vault.password.Stretching;
import eu.rempart.vault.password.WeakPasswordException;
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
  private final Invitations invitations;
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
    this.invitations = parts.invitations();
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
    PasswordPolicy.require(password);
    Founding.Founded founded = founding.setUp(adminId, password);
    return new SetUpResult(open(adminId, founded.keys()), founded.kit());
  }

  /**
   * Checks a password and, but for engineers, unlocks. Takes the same time for a member who does
   * not exist as for a wrong password.
   *
   * @param memberId null for an unknown e-mail address
   * @throws VaultBusyException if too many are being checked
   */
  public Unlocking verifyAndUnlock(@Nullable UUID memberId, char[] password) {
    return switch (access.open(memberId, password)) {
      case Access.Opening.Refused(var code) -> new Unlocking.Refused(code);
      case Access.Opening.Opened(var version, var keys) ->
          keys == null || memberId == null
              ? new Unlocking.VerifiedWithoutKey()
              : new Unlocking.Unlocked(open(memberId, version, keys));
    };
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
   * Invites a member who will hold the key, or one who forgot the password; earlier codes for the
   * same member are revoked. The member's row must exist.
   *
   * @throws VaultLockedException if nobody on this thread holds the key
   */
  public Invitation invite(UUID memberId) {
    return invite(memberId, true);
  }

  /** Invites an engineer: the code carries no key. The same conditions as {@link #invite}. */
  public Invitation inviteEngineer(UUID memberId) {
    return invite(memberId, false);
  }

  private Invitation invite(UUID memberId, boolean withKey) {
    VaultSession session = currentSession();
    return VaultSessions.unlocked(
        () -> invitations.invite(memberId, withKey, session.memberId(), session.keys()));
  }

  /** Whom a code invites, while it can be accepted. */
  public Optional<UUID> invitedBy(String code) {
    return invitations.invited(code);
  }

  /**
   * @param code as typed or pasted
   * @throws WeakPasswordException if the password breaks the policy
   */
  public Acceptance acceptInvitation(String code, char[] newPassword) {
    PasswordPolicy.require(newPassword);
    return switch (invitations.accept(code, newPassword)) {
      case Invitations.Result.Refused(var reason) -> new Acceptance.Refused(reason);
      case Invitations.Result.Accepted(var memberId, var keys) -> {
        sessions.closeIf(s -> s.memberId().equals(memberId), LockReason.PASSWORD_CHANGED);
        yield new Acceptance.Accepted(
            memberId, Optional.ofNullable(keys).map(opened -> open(memberId, opened)));
      }
    };
  }

  /**
   * Re-wraps one row. The member's other handles are locked; the one of this thread stays.
   *
   * @throws WeakPasswordException if the new password breaks the policy
   * @throws OptimisticLockingFailureException if the password was changed at the same time
   *     elsewhere
   */
  public PasswordChange changePassword(UUID memberId, char[] old, char[] newPassword) {
    PasswordPolicy.require(newPassword);
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
    PasswordPolicy.require(newPassword);
    return founding.recover(kit, adminId, newPassword).map(keys -> open(adminId, keys));
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

  /** Deletes the member's wrap and invitations, and locks the member's handles and jobs at once. */
  public void suspend(UUID memberId) {
    repository.revokeInvitations(memberId, clock.instant());
    access.withdraw(memberId);
    lockOut(memberId);
    events.record(SecurityEvent.of("vault.member.suspended", Severity.NOTICE).member(memberId));
  }

  /** As {@link #suspend}, where another server has written that already. */
  public void lockOut(UUID memberId) {
    sessions.closeIf(s -> s.memberId().equals(memberId), LockReason.SUSPENDED);
  }

  /** By a key that has just been made. */
  private VaultHandle open(UUID memberId, OrganisationKeys keys) {
    return open(memberId, repository.version(memberId), keys);
  }

  private VaultHandle open(UUID memberId, int version, OrganisationKeys keys) {
    VaultHandle handle = sessions.open(memberId, version, keys);
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
        repository.openInvitations(clock.instant()),
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
    damage.startInterval(clock.instant());
  }

  /** Takes the key out of expired invitations. Called each minute, on every server. */
  void forgetExpiredInvitations() {
    invitations.forgetExpired();
  }

  private VaultSession currentSession() {
    return sessions.session(current.handle().orElseThrow(VaultLockedException::new));
  }
}
