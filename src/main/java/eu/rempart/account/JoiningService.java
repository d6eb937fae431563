package eu.rempart.account;

import eu.rempart.account.password.NewPasswordRules;
import eu.rempart.account.password.PasswordChangeLetters;
import eu.rempart.account.password.PasswordChangeLetters.Way;
import eu.rempart.account.session.AllSessions;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.setup.FirstAdministrator;
import eu.rempart.account.setup.OperatorSecrets;
import eu.rempart.account.setup.SetupCode;
import eu.rempart.account.signin.DoorThrottle;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.common.EmailAddress;
import eu.rempart.db.AfterCommit;
import eu.rempart.db.sealed.Opened;
import eu.rempart.vault.RecoveryKit;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.RoleProof;
import eu.rempart.vault.answer.VaultState;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.password.PasswordRule;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ways in for people who have no password yet: set-up and recovery kit. Open to everybody; what
 * each of them needs is a secret, or an installation that nobody has set up.
 */
@Service
@PermitAll
@Transactional
public class JoiningService {

  private final MemberRepository members;
  private final GivenRoles roles;
  private final DoorThrottle door;
  private final VaultService vault;
  private final AllSessions sessions;
  private final SetupCode setupCode;
  private final OperatorSecrets operator;
  private final NewPasswordRules rules;
  private final PasswordChangeLetters letters;
  private final SecurityEvents events;

  JoiningService(
      MemberRepository members,
      GivenRoles roles,
      DoorThrottle door,
      VaultService vault,
      AllSessions sessions,
      SetupCode setupCode,
      OperatorSecrets operator,
      NewPasswordRules rules,
      PasswordChangeLetters letters,
      SecurityEvents events) {
    this.members = members;
    this.roles = roles;
    this.door = door;
    this.vault = vault;
    this.sessions = sessions;
    this.setupCode = setupCode;
    this.operator = operator;
    this.rules = rules;
    this.letters = letters;
    this.events = events;
  }

  /** Whether there is a vault to sign in to, or one to set up. */
  @Transactional(readOnly = true)
  public VaultState state() {
    return vault.state();
  }

  /** What the password has to be of somebody who has this name and this address. */
  @Transactional(readOnly = true)
  public PasswordRule passwordRule(String name, String email) {
    return rules.forNewcomer(name, email);
  }

  /**
   * As {@link #setUp(String, EmailAddress, char[], Locale)}, for somebody who comes by a browser:
   * the first one who comes need not be the owner, so the code is asked for that the start of this
   * server printed.
   *
   * @param code as typed
   * @param source the address that it comes from
   * @return empty if the code is wrong
   * @throws TooManyTriesException if too many wrong ones came from there
   */
  public Optional<FirstAdministrator> setUp(
      String code,
      String name,
      EmailAddress email,
      char[] password,
      Locale language,
      String source) {
    door.knock(source);
    if (!setupCode.isRight(code)) {
      door.tried(source, false);
      events.record(SecurityEvent.of("account.setup.refused", Severity.WARNING).from(source));
      return Optional.empty();
    }
    door.tried(source, true);
    return Optional.of(setUp(name, email, password, language));
  }

  /**
   * Makes the organisation's key and its first administrator.
   *
   * @throws IllegalStateException if that has happened before
   * @throws eu.rempart.vault.password.WeakPasswordException if the password breaks the policy
   */
  public FirstAdministrator setUp(
      String name, EmailAddress email, char[] password, Locale language) {
    if (vault.state() != VaultState.NEW) {
      throw new IllegalStateException("the vault has been set up before");
    }
    rules.forNewcomer(name, email.value()).require(password);
    var id = UUID.randomUUID();
    members.insertBare(
        id, Role.ADMINISTRATOR, vault.memberEmailHash(email.value()), language.getLanguage());
    var made = vault.setUp(id, password);
    VaultScope.run(
        made.handle(),
        () -> {
          members.nameBare(id, MemberNames.kept(name), email);
          roles.give(id, Role.ADMINISTRATOR, 0);
        });
    members.signedIn(id);
    AfterCommit.run(setupCode::forget);
    events.record(SecurityEvent.of("account.setup", Severity.NOTICE).member(id));
    return new FirstAdministrator(signedIn(id, Role.ADMINISTRATOR, made.handle()), made.kit());
  }

  /**
   * Opens the vault with the recovery kit and makes whoever holds it an active administrator: the
   * owner of the address if it has an account, otherwise a new one. Brings a lost pepper back.
   *
   * @param source the address that the kit comes from
   * @return empty if the kit is not this vault's, or the address is an engineer's
   * @throws TooManyTriesException if too many wrong ones came from there
   * @throws eu.rempart.vault.password.WeakPasswordException if the password breaks the policy
   */
  public Optional<SignedInMember> recover(
      RecoveryKit kit,
      String name,
      EmailAddress email,
      char[] password,
      Locale language,
      String source) {
    door.knock(source);
    if (!vault.restorePepper(kit)) {
      return Optional.empty();
    }
    var hash = vault.memberEmailHash(email.value());
    var known = members.findByEmailHash(hash);
    if (known.map(MemberRow::role).filter(role -> !role.holdsKey()).isPresent()) {
      return Optional.empty();
    }
    var id = known.map(MemberRow::id).orElseGet(UUID::randomUUID);
    if (known.isEmpty()) {
      members.insertBare(id, Role.ADMINISTRATOR, hash, language.getLanguage());
    }
    rules.forNewcomer(name, email.value()).require(password);
    var opened = vault.recover(kit, id, password);
    if (opened.isEmpty()) {
      rollBack();
      return Optional.empty();
    }
    door.tried(source, true);
    var handle = opened.get();
    members.setState(id, MemberState.ACTIVE);
    VaultScope.run(
        handle,
        () -> {
          // now that it opens, the firm's name is known, and how the member is called
          var called = members.find(id).map(Member::name).map(Opened::orNull).orElse("");
          rules.forRecovered(name + ' ' + called, email.value()).require(password);
          roles.give(
              id,
              Role.ADMINISTRATOR,
              known.map(MemberRow::roleProof).map(RoleProof::version).orElse(0));
          if (known.isEmpty()) {
            members.nameBare(id, MemberNames.kept(name), email);
          }
        });
    members.signedIn(id);
    operator.forgetPassword(id);
    sessions.endAllOf(id, SessionEnd.PASSWORD_CHANGED, null);
    if (known.isPresent()) {
      letters.tellFrom(source, id, Way.RECOVERY);
    }
    events.record(SecurityEvent.of("account.recovered", Severity.WARNING).member(id));
    return Optional.of(signedIn(id, Role.ADMINISTRATOR, handle));
  }

  private static void rollBack() {
    org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus()
        .setRollbackOnly();
  }

  private static SignedInMember signedIn(UUID id, Role role, VaultHandle handle) {
    return new SignedInMember(id, role, UUID.randomUUID(), handle);
  }
}
