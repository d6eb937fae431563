package eu.rempart.account;

import eu.rempart.account.joining.DuplicateMemberException;
import eu.rempart.account.joining.InvitedBy;
import eu.rempart.account.right.LastAdministratorException;
import eu.rempart.account.right.RoleTamperedException;
import eu.rempart.account.session.AllSessions;
import eu.rempart.account.session.LiveSession;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.setup.OperatorSecrets;
import eu.rempart.common.EmailAddress;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.common.proof.NeedsFreshProof;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.db.AfterCommit;
import eu.rempart.vault.VaultJoining;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.Invitation;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with accounts. Every method needs {@link Right#MANAGE_MEMBERS}. */
@Service
@Transactional
public class MemberService {

  private final MemberRepository members;
  private final GivenRoles roles;
  private final VaultService vault;
  private final VaultJoining joining;
  private final AllSessions sessions;
  private final Rights rights;
  private final FreshProof proof;
  private final OperatorSecrets operator;
  private final CurrentMember current;
  private final SecurityEvents events;

  MemberService(
      MemberRepository members,
      GivenRoles roles,
      VaultService vault,
      VaultJoining joining,
      AllSessions sessions,
      Rights rights,
      FreshProof proof,
      OperatorSecrets operator,
      CurrentMember current,
      SecurityEvents events) {
    this.members = members;
    this.roles = roles;
    this.vault = vault;
    this.joining = joining;
    this.sessions = sessions;
    this.rights = rights;
    this.proof = proof;
    this.operator = operator;
    this.current = current;
    this.events = events;
  }

  /** Everybody, the oldest account first. */
  @Transactional(readOnly = true)
  public List<Member> all() {
    rights.require(Right.MANAGE_MEMBERS);
    return members.all();
  }

  /** Who is signed in, on whatever server, the one active last first. */
  @Transactional(readOnly = true)
  public List<LiveSession> signedIn() {
    rights.require(Right.MANAGE_MEMBERS);
    return sessions.all();
  }

  /**
   * Makes an account and a one-time code, valid for 72 hours, with which its owner chooses a
   * password that nobody else learns.
   *
   * @throws DuplicateMemberException if the address has an account
   * @throws eu.rempart.common.InvalidFieldException if the name is none that can be kept
   */
  @NeedsFreshProof(ProofPurpose.ADMINISTRATORS)
  public Invitation invite(String name, EmailAddress email, Role role) {
    rights.require(Right.MANAGE_MEMBERS);
    proveFor(role);
    var called = MemberNames.kept(name);
    var hash = vault.memberEmailHash(email.value());
    if (members.findByEmailHash(hash).isPresent()) {
      throw new DuplicateMemberException();
    }
    var id = UUID.randomUUID();
    members.insert(id, role, called, email, hash, current.id());
    roles.give(id, role, 0);
    return code(id, role);
  }

  /**
   * A new code for somebody who forgot the password, let the code expire, or was suspended. Data
   * are never lost by this: what they had stays. Their present password works until they are let in
   * with the new one.
   *
   * @throws RoleTamperedException if the role is not one that an administrator gave
   */
  @NeedsFreshProof(ProofPurpose.ADMINISTRATORS)
  public Invitation inviteAgain(UUID memberId) {
    rights.require(Right.MANAGE_MEMBERS);
    var member = row(memberId);
    proveFor(member.role());
    roles.require(member);
    if (member.state() == MemberState.SUSPENDED) {
      members.setState(memberId, MemberState.INVITED);
    }
    return code(memberId, member.role());
  }

  /** Who invites, as the invited person reads it; empty for a name that does not open. */
  @Transactional(readOnly = true)
  public Optional<InvitedBy> inviter(Invitation invitation) {
    rights.require(Right.MANAGE_MEMBERS);
    return Optional.ofNullable(members.find(current.id()).orElseThrow().name().orNull())
        .map(name -> new InvitedBy(name, joining.inviterMark(invitation.code(), name)));
  }

  /** The code to show beside a role that somebody else wrote than Rempart; mostly empty. */
  @Transactional(readOnly = true)
  public Optional<String> roleFault(Member member) {
    rights.require(Right.MANAGE_MEMBERS);
    return roles.fault(member);
  }

  /**
   * Gives another role, or the same one anew where somebody else wrote it; the member's sessions
   * and jobs end. Engineers stay engineers, and nobody becomes one: they are the operator's people.
   *
   * @throws RoleTamperedException for an engineer whom somebody else turned into a member
   * @throws LastAdministratorException if nobody else is an active administrator
   */
  public void changeRole(UUID memberId, Role role) {
    changeRole(memberId, role, null);
  }

  /**
   * As {@link #changeRole(UUID, Role)}, with a role of the organisation's own that takes away from
   * {@code role}.
   *
   * @throws IllegalArgumentException for an administrator or engineer: nothing is taken from them
   */
  @NeedsFreshProof(ProofPurpose.ADMINISTRATORS)
  public void changeRole(UUID memberId, Role role, @Nullable UUID customRole) {
    rights.require(Right.MANAGE_MEMBERS);
    if (customRole != null && (role == Role.ADMINISTRATOR || !role.holdsKey())) {
      throw new IllegalArgumentException("role %s is never narrowed".formatted(role));
    }
    var member = row(memberId);
    var given = roles.given(member);
    if (given.equals(Optional.of(role))
        && member.role() == role
        && Objects.equals(member.customRole(), customRole)
        && roles.isAsGiven(member)) {
      return;
    }
    proveFor(member.role(), role);
    requireSameSide(member, given.orElse(member.role()), role);
    keepAnAdministrator(member, role);
    roles.give(memberId, role, customRole, member.roleProof().version());
    sessions.lockOut(memberId);
    // what they began as what they were does not go on either
    AfterCommit.run(() -> vault.lockOut(memberId));
    note(
        SecurityEvent.of("account.role.changed", Severity.NOTICE)
            .member(memberId)
            .with("from", member.role().name())
            .with("to", role.name()));
  }

  /**
   * Takes the key away: wraps and invitations are deleted, sessions end at once.
   *
   * @throws LastAdministratorException if nobody else is an active administrator
   */
  @NeedsFreshProof(ProofPurpose.ADMINISTRATORS)
  public void suspend(UUID memberId) {
    rights.require(Right.MANAGE_MEMBERS);
    var member = row(memberId);
    proveFor(member.role());
    keepAnAdministrator(member, null);
    members.setState(memberId, MemberState.SUSPENDED);
    vault.suspend(memberId);
    operator.forgetPassword(memberId); // it opens nothing any more
    sessions.lockOut(memberId);
  }

  /** Locks one member's sessions; they sign in again with their password. */
  public void lockNow(UUID memberId) {
    rights.require(Right.MANAGE_MEMBERS);
    sessions.endAllOf(memberId, SessionEnd.LOCKED, null);
    note(SecurityEvent.of("account.locked", Severity.NOTICE).member(memberId));
  }

  /** Locks everybody, background jobs included, oneself included. */
  public void lockEverybody() {
    rights.require(Right.MANAGE_MEMBERS);
    note(SecurityEvent.of("account.locked.everybody", Severity.NOTICE).member(current.id()));
    vault.lockAll();
    sessions.endAll(SessionEnd.LOCKED);
  }

  /** Nobody makes, invites or removes administrators from a browser that was left open. */
  private void proveFor(Role... roles) {
    if (List.of(roles).contains(Role.ADMINISTRATOR)) {
      proof.require(ProofPurpose.ADMINISTRATORS);
    }
  }

  /** Who holds no key never gets one by a change of role, nor the other way round. */
  private void requireSameSide(MemberRow member, Role given, Role role) {
    if (given.holdsKey() == role.holdsKey()) {
      return;
    }
    if (given != member.role()) {
      throw new RoleTamperedException(roles.refuse(member.id()));
    }
    throw new IllegalArgumentException(
        "role %s can't become %s: one of them holds no key".formatted(given, role));
  }

  private Invitation code(UUID memberId, Role role) {
    return role.holdsKey() ? joining.invite(memberId) : joining.inviteEngineer(memberId);
  }

  private void keepAnAdministrator(MemberRow member, @Nullable Role becomes) {
    if (member.role() == Role.ADMINISTRATOR
        && becomes != Role.ADMINISTRATOR
        && members.lockAdministrators().stream().allMatch(member.id()::equals)) {
      throw new LastAdministratorException();
    }
  }

  private MemberRow row(UUID memberId) {
    return members
        .findRow(memberId)
        .orElseThrow(() -> new IllegalArgumentException("no member " + memberId));
  }

  private void note(SecurityEvent event) {
    events.record(event.with("by", current.id().toString()));
  }
}
