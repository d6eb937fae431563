package eu.rempart.account;

import eu.rempart.account.joining.Invited;
import eu.rempart.account.joining.InvitedBy;
import eu.rempart.account.joining.Joined;
import eu.rempart.account.password.NewPasswordRules;
import eu.rempart.account.password.PasswordChangeLetters;
import eu.rempart.account.password.PasswordChangeLetters.Way;
import eu.rempart.account.session.AllSessions;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.setup.OperatorSecrets;
import eu.rempart.account.signin.DoorThrottle;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.vault.VaultJoining;
import eu.rempart.vault.answer.Acceptance;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.joining.WaitingHandle;
import eu.rempart.vault.password.PasswordRule;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The way in for somebody whom an administrator invited: a code, a password, and the wait until an
 * administrator's session gives them the key (see {@link Admissions}). Open to everybody; what it
 * needs is the code.
 */
@Service
@PermitAll
@Transactional
public class InvitedService {

  private final MemberRepository members;
  private final GivenRoles roles;
  private final DoorThrottle door;
  private final VaultJoining vault;
  private final AllSessions sessions;
  private final OperatorSecrets operator;
  private final NewPasswordRules rules;
  private final PasswordChangeLetters letters;

  InvitedService(
      MemberRepository members,
      GivenRoles roles,
      DoorThrottle door,
      VaultJoining vault,
      AllSessions sessions,
      OperatorSecrets operator,
      NewPasswordRules rules,
      PasswordChangeLetters letters) {
    this.members = members;
    this.roles = roles;
    this.door = door;
    this.vault = vault;
    this.sessions = sessions;
    this.operator = operator;
    this.rules = rules;
    this.letters = letters;
  }

  /**
   * What a code invites to; empty if it can't be accepted at the moment.
   *
   * @param by who invites, as the link says it; a name that Rempart did not write there is not
   *     given back
   * @param source the address that the question comes from
   * @throws TooManyTriesException if too many wrong ones came from there
   */
  public Optional<Invited> invited(String code, Optional<InvitedBy> by, String source) {
    door.knock(source);
    var invited = vault.invited(code);
    door.tried(source, invited.isPresent());
    var proven = by.filter(who -> vault.isInviter(code, who.name(), who.mark()));
    return invited
        .flatMap(members::findRow)
        .map(
            row ->
                new Invited(
                    row.role(), proven.map(InvitedBy::name), by.isPresent() && proven.isEmpty()));
  }

  /**
   * What the password has to be of somebody with a code. Names of members are sealed until they are
   * let in: no more is known here than where Rempart is.
   */
  @Transactional(readOnly = true)
  public PasswordRule passwordRule() {
    return rules.forNewcomer(null, null);
  }

  /** The same with an engineer's name and address, which are not sealed. */
  private PasswordRule passwordRule(String code) {
    return vault
        .invited(code)
        .flatMap(members::findRow)
        .filter(row -> !row.role().holdsKey())
        .flatMap(row -> members.find(row.id()))
        .map(engineer -> rules.forNewcomer(engineer.name().orNull(), engineer.email().orNull()))
        .orElseGet(this::passwordRule);
  }

  /**
   * Sets the password of whoever holds the code; tells them by mail if they had one before.
   *
   * @param source the address that the code comes from
   * @throws TooManyTriesException if too many wrong ones came from there
   * @throws eu.rempart.vault.password.WeakPasswordException if the password breaks the policy
   */
  public Joined accept(String code, char[] password, Locale language, String source) {
    door.knock(source);
    passwordRule(code).require(password);
    var came = vault.accept(code, password);
    door.tried(source, !(came instanceof Acceptance.Refused));
    return switch (came) {
      case Acceptance.Waiting(var id, var handle) -> {
        var row = members.findRow(id).orElseThrow();
        if (row.state() == MemberState.INVITED) {
          members.setLanguage(id, language.getLanguage());
        } else {
          letters.tellFrom(source, id, Way.INVITATION);
        }
        yield new Joined.Waiting(handle);
      }
      case Acceptance.Accepted(var id) -> {
        sessions.endAllOf(id, SessionEnd.PASSWORD_CHANGED, null);
        var row = members.findRow(id).orElseThrow();
        if (row.state() == MemberState.INVITED) {
          members.setLanguage(id, language.getLanguage());
        } else {
          letters.tellFrom(source, id, Way.INVITATION);
        }
        yield welcome(row, null)
            .<Joined>map(Joined.Welcome::new)
            .orElseGet(Joined.DamagedCode::new);
      }
      case Acceptance.Refused(var reason) ->
          switch (reason) {
            case UNKNOWN -> new Joined.UnknownCode();
            case EXPIRED -> new Joined.ExpiredCode();
            case USED -> new Joined.UsedCode();
            case TAMPERED -> new Joined.DamagedCode();
          };
    };
  }

  /** How it stands with somebody who waits; says that they are there. */
  public Entrance look(WaitingHandle handle) {
    return vault.look(handle);
  }

  /** Signs in somebody who was let in; empty where {@link #look} says why not. */
  public Optional<SignedInMember> enter(WaitingHandle handle) {
    return vault.enter(handle) instanceof Entrance.Entered(UUID id, VaultHandle opened)
        ? welcome(members.findRow(id).orElseThrow(), opened)
        : Optional.empty();
  }

  private Optional<SignedInMember> welcome(MemberRow member, @Nullable VaultHandle handle) {
    if (!roles.fits(member, handle)) {
      roles.refuse(member.id());
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return Optional.empty();
    }
    if (member.state() == MemberState.INVITED) {
      members.setState(member.id(), MemberState.ACTIVE);
    }
    members.signedIn(member.id());
    operator.forgetPassword(member.id());
    return Optional.of(
        new SignedInMember(
            member.id(), member.role(), UUID.randomUUID(), handle, member.customRole()));
  }
}
