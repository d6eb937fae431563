package eu.rempart.account;

import eu.rempart.account.password.NewPasswordRules;
import eu.rempart.account.password.PasswordChangeLetters;
import eu.rempart.account.password.PasswordChangeLetters.Way;
import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.NewPlace;
import eu.rempart.account.place.NewPlaces;
import eu.rempart.account.second.SecondStep;
import eu.rempart.account.session.AllSessions;
import eu.rempart.account.session.LiveSession;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.session.Sessions;
import eu.rempart.account.setup.OperatorSecrets;
import eu.rempart.account.signin.SignInThrottle;
import eu.rempart.account.signin.TooManyTriesException;
import eu.rempart.vault.VaultService;
import eu.rempart.vault.answer.PasswordChange;
import eu.rempart.vault.answer.Unlocking;
import eu.rempart.vault.answer.VaultBusyException;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import eu.rempart.vault.password.PasswordRule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may do with their own account; every method acts on whoever is signed in. */
@Service
@Transactional
public class ProfileService {

  /** Counted as a device is: whoever guesses here keeps nobody from signing in. */
  static final String OWN_PAGE = "own page";

  private static final Duration BUSY = Duration.ofSeconds(3);

  private final MemberRepository members;
  private final VaultService vault;
  private final SignInThrottle throttle;
  private final AllSessions sessions;
  private final Sessions live;
  private final NewPlaces places;
  private final OperatorSecrets operator;
  private final NewPasswordRules rules;
  private final PasswordChangeLetters letters;
  private final SecondStep second;
  private final CurrentMember current;
  private final SecurityEvents events;

  ProfileService(
      MemberRepository members,
      VaultService vault,
      SignInThrottle throttle,
      AllSessions sessions,
      Sessions live,
      NewPlaces places,
      OperatorSecrets operator,
      NewPasswordRules rules,
      PasswordChangeLetters letters,
      SecondStep second,
      CurrentMember current,
      SecurityEvents events) {
    this.members = members;
    this.vault = vault;
    this.throttle = throttle;
    this.sessions = sessions;
    this.live = live;
    this.places = places;
    this.operator = operator;
    this.rules = rules;
    this.letters = letters;
    this.second = second;
    this.current = current;
    this.events = events;
  }

  /** Oneself; empty where nobody is signed in. */
  @Transactional(readOnly = true)
  public Optional<Member> me() {
    return current.find().flatMap(member -> members.find(member.memberId()));
  }

  /** The language that the member chose; opens nothing. */
  @Transactional(readOnly = true)
  public Optional<Locale> language() {
    return current
        .find()
        .flatMap(member -> members.findRow(member.memberId()))
        .map(row -> Locale.of(row.language()));
  }

  /** {@code system}, {@code light} or {@code dark}; empty where nobody is signed in. */
  @Transactional(readOnly = true)
  public Optional<String> theme() {
    return current
        .find()
        .flatMap(member -> members.findRow(member.memberId()))
        .map(MemberRow::theme);
  }

  /**
   * Gives the member another name.
   *
   * @throws eu.rempart.common.InvalidFieldException if it is none that can be kept
   */
  public void rename(String name) {
    members.rename(current.id(), current.role(), MemberNames.kept(name));
  }

  public void chooseLanguage(Locale language) {
    members.setLanguage(current.id(), language.getLanguage());
  }

  /** Takes {@code system}, {@code light} or {@code dark}. */
  public void chooseTheme(String theme) {
    members.setTheme(current.id(), theme);
  }

  /** What a new password of one's own has to be. */
  @Transactional(readOnly = true)
  public PasswordRule passwordRule() {
    UUID me = current.id();
    Member member = members.find(me).orElseThrow();
    return rules.forMember(me, member.name().orNull(), member.email().orNull());
  }

  /**
   * Changes the password, and tells the member by mail; every other session of the member ends.
   * Guesses are slowed down and recorded, as at the door: a session that somebody left open, or
   * whose cookie was stolen, is no place to find the password out.
   *
   * @return false if the old password is not the member's
   * @throws TooManyTriesException if too many wrong ones came before
   * @throws eu.rempart.vault.password.WeakPasswordException if the new one breaks the policy
   */
  public boolean changePassword(char[] old, char[] fresh) {
    var me = current.get();
    passwordRule().require(fresh); // one that is refused is no guess of the old one
    var account = beginTry(me);
    return switch (vault.changePassword(me.memberId(), old, fresh)) {
      case PasswordChange.Refused _ -> {
        throttle.failedOnDevice(account, OWN_PAGE);
        note("account.password.refused", Severity.NOTICE);
        yield false;
      }
      case PasswordChange.Changed _ -> {
        throttle.succeededOnDevice(account, OWN_PAGE);
        operator.forgetPassword(me.memberId());
        letters.tell(here(me), me.memberId(), Way.OWN_CHANGE);
        second.endAllOf(me.memberId());
        sessions.endAllOf(me.memberId(), SessionEnd.PASSWORD_CHANGED, me.signIn());
        yield true;
      }
    };
  }

  /**
   * Takes the password again before a dangerous act, in this session. Guesses are slowed down and
   * recorded as those of {@link #changePassword} are, with which they are counted.
   *
   * @return false if it is not the member's
   * @throws TooManyTriesException if too many wrong ones came before, or too many at this moment
   */
  public boolean prove(char[] password) {
    var me = current.get();
    var account = beginTry(me);
    if (proves(me, password)) {
      throttle.succeededOnDevice(account, OWN_PAGE);
      note("account.proof.given", Severity.INFO);
      return true;
    }
    throttle.failedOnDevice(account, OWN_PAGE);
    note("account.proof.refused", Severity.NOTICE);
    return false;
  }

  private boolean proves(SignedInMember me, char[] password) {
    try {
      var handle = me.vault();
      if (handle != null) {
        return vault.prove(handle, password);
      }
      if (vault.verifyAndUnlock(me.memberId(), password) instanceof Unlocking.VerifiedWithoutKey) {
        live.prove(me.signIn());
        return true;
      }
      return false;
    } catch (VaultBusyException _) {
      throw new TooManyTriesException(BUSY, TooManyTriesException.Reason.BUSY);
    }
  }

  /** Answers under which name the tries are counted. */
  private String beginTry(SignedInMember me) {
    var account = me.memberId().toString();
    var wait = throttle.tryOnDevice(account, OWN_PAGE);
    if (!wait.isZero()) {
      note("account.signin.throttled", Severity.WARNING);
      throw new TooManyTriesException(wait, TooManyTriesException.Reason.ACCOUNT);
    }
    return account;
  }

  private void note(String kind, Severity severity) {
    events.record(SecurityEvent.of(kind, severity).member(current.id()));
  }

  /** One's own sessions on all servers, the one used last first. */
  @Transactional(readOnly = true)
  public List<LiveSession> sessions() {
    return sessions.of(current.id());
  }

  /** Ends one of one's own sessions. */
  public void endSession(UUID signIn) {
    sessions.end(current.id(), signIn, SessionEnd.ENDED);
  }

  /** Ends all of one's own sessions but the one that asks. */
  public void endOtherSessions() {
    var me = current.get();
    sessions.endAllOf(me.memberId(), SessionEnd.ENDED, me.signIn());
  }

  /**
   * Countries from which this account was used for the first time, and nobody has told the member;
   * not the one that this session comes from: whoever sits there needs no telling.
   */
  @Transactional(readOnly = true)
  public List<NewPlace> newPlaces() {
    var me = current.get();
    var untold = places.untold(me.memberId());
    if (untold.isEmpty()) {
      return untold;
    }
    var here = here(me);
    return untold.stream().filter(each -> !each.place().equals(here)).toList();
  }

  /** The country that this session comes from, in two letters. */
  private String here(SignedInMember me) {
    return sessions.of(me.memberId()).stream()
        .filter(session -> session.signIn().equals(me.signIn()))
        .map(LiveSession::place)
        .findFirst()
        .orElse(AddressPlaces.UNKNOWN);
  }

  /** The member says that it was them who signed in from there; see {@link #newPlaces}. */
  public void placeIsMine(String place) {
    if (newPlaces().stream().anyMatch(each -> each.place().equals(place))) {
      places.told(current.id(), place);
    }
  }
}
