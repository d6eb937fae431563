package eu.rempart.vault;

import eu.rempart.db.AfterCommit;
import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Admission;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.answer.WaitingKey;
import eu.rempart.vault.handle.CurrentVault;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.joining.WaitingHandle;
import eu.rempart.vault.key.Access;
import eu.rempart.vault.lock.LockReason;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.password.PasswordRule;
import eu.rempart.vault.password.WeakPasswordException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How somebody comes to hold the organisation's key: invited with a code, waiting with a key of
 * their own, let in by the session of an administrator. Stands beside {@link VaultService}; the
 * caller decides who is an administrator. Thread safe.
 */
public final class VaultJoining {

  private final Access access;
  private final Invitations invitations;
  private final Admissions admissions;
  private final VaultSessions sessions;
  private final CurrentVault current;

  VaultJoining(VaultParts parts) {
    this.access = parts.access();
    this.invitations = parts.invitations();
    this.admissions = parts.admissions();
    this.sessions = parts.sessions();
    this.current = parts.current();
  }

  /**
   * Invites a member who will hold the key, or one who forgot the password; earlier codes for the
   * same member are revoked, and whoever waits with one. The member's row must exist.
   *
   * @throws VaultLockedException if nobody on this thread holds the key
   */
  public Invitation invite(UUID memberId) {
    return invite(memberId, true);
  }

  /** Invites an engineer, who waits for nothing. The same conditions as {@link #invite}. */
  public Invitation inviteEngineer(UUID memberId) {
    return invite(memberId, false);
  }

  private Invitation invite(UUID memberId, boolean withKey) {
    VaultSession session = currentSession();
    return VaultSessions.unlocked(
        () -> invitations.invite(memberId, withKey, session.memberId(), session.keys()));
  }

  /** Whom a code invites, while it can be accepted. */
  public Optional<UUID> invited(String code) {
    return invitations.invited(code);
  }

  /**
   * What goes with the name of who invites in the link, where no table has it.
   *
   * @throws IllegalArgumentException for what is no code
   */
  public byte[] inviterMark(String code, String name) {
    return invitations
        .inviterMark(code, name)
        .orElseThrow(() -> new IllegalArgumentException("this is no invitation's code"));
  }

  /** Whether a server with our pepper wrote this name into the link with this code. */
  public boolean isInviter(String code, String name, byte[] mark) {
    return invitations
        .inviterMark(code, name)
        .filter(expected -> MessageDigest.isEqual(expected, mark))
        .isPresent();
  }

  /**
   * Sets the password of an engineer; a member's waits to be let in, and a password that they have
   * works until then.
   *
   * @param code as typed or pasted
   * @throws WeakPasswordException if the password breaks the policy
   */
  public Acceptance accept(String code, char[] newPassword) {
    PasswordRule.LEAST.require(newPassword);
    return switch (invitations.accept(code, newPassword)) {
      case Invitations.Result.Refused(var reason) -> new Acceptance.Refused(reason);
      case Invitations.Result.Accepted(var memberId) -> {
        sessions.closeIf(s -> s.memberId().equals(memberId), LockReason.PASSWORD_CHANGED);
        yield new Acceptance.Accepted(memberId);
      }
      case Invitations.Result.Chosen(var key, var pair, var kek, var until) ->
          new Acceptance.Waiting(
              key.memberId(),
              admissions.await(access.vault().orElseThrow().id(), key, pair, kek, until));
    };
  }

  /** How it stands with somebody who waits; opens nothing. Counts as their being there. */
  public Entrance look(WaitingHandle handle) {
    return admissions.look(handle);
  }

  /** As {@link #look}, and opens the vault for whoever was let in. */
  public Entrance enter(WaitingHandle handle) {
    return admissions.enter(
        handle,
        (row, keys) -> {
          VaultHandle opened =
              sessions.open(VaultSession.Opener.password(row.memberId(), row.version()), keys);
          AfterCommit.onRollback(() -> sessions.close(opened, LockReason.SIGNED_OUT));
          return new Entrance.Entered(row.memberId(), opened);
        });
  }

  /** Whose keys wait, the longest first. Needs no key. */
  public List<UUID> whoWaits() {
    return admissions.whoWaits();
  }

  /**
   * Gives the organisation's key to somebody who waits, if all that waits is what was made with the
   * code of their invitation; in the caller's transaction.
   *
   * @param administrator whose key is given on
   * @throws VaultLockedException if the handle has been locked
   */
  public Admission admit(VaultHandle administrator, UUID memberId) {
    VaultSession session = sessions.session(administrator);
    Admission came = VaultSessions.unlocked(() -> admissions.admit(session.keys(), memberId));
    if (came == Admission.ADMITTED) {
      // what they opened with a password that they forgot
      AfterCommit.run(
          () -> sessions.closeIf(s -> s.memberId().equals(memberId), LockReason.PASSWORD_CHANGED));
    }
    return came;
  }

  /** Forgets what expired codes admit. Called each minute, on every server. */
  void forgetExpired() {
    invitations.forgetExpired();
  }

  /** Sends somebody away who waits, and revokes their codes; a password that they have stays. */
  public void refuse(UUID memberId) {
    admissions.refuse(memberId);
  }

  /**
   * Everybody who waits.
   *
   * @throws VaultLockedException if nobody on this thread holds the key
   */
  public List<WaitingKey> waiting() {
    VaultSession session = currentSession();
    return VaultSessions.unlocked(() -> admissions.waiting(session.keys()));
  }

  /**
   * The six words of a member's key; empty where there is none that somebody vouched for.
   *
   * @throws VaultLockedException if nobody on this thread holds the key
   */
  public List<String> words(UUID memberId) {
    VaultSession session = currentSession();
    return VaultSessions.unlocked(() -> admissions.words(session.keys(), memberId));
  }

  private VaultSession currentSession() {
    return sessions.session(current.handle().orElseThrow(VaultLockedException::new));
  }
}
