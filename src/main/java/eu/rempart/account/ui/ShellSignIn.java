package eu.rempart.account.ui;

import com.vaadin.flow.spring.security.AuthenticationContext;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Member;
import eu.rempart.account.ProfileService;
import eu.rempart.account.Right;
import eu.rempart.account.passkey.ui.OwnProofs;
import eu.rempart.account.session.SessionEnd;
import eu.rempart.account.session.Sessions;
import eu.rempart.shell.Person;
import eu.rempart.shell.Scheme;
import eu.rempart.shell.SignedIn;
import eu.rempart.shell.proof.Prover;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the shell asks about whoever is signed in. */
@Component
class ShellSignIn implements SignedIn {

  private final CurrentMember current;
  private final ProfileService profile;
  private final Sessions sessions;
  private final AuthenticationContext authentication;
  private final OwnProofs proofs;

  ShellSignIn(
      CurrentMember current,
      ProfileService profile,
      Sessions sessions,
      AuthenticationContext authentication,
      OwnProofs proofs) {
    this.current = current;
    this.profile = profile;
    this.sessions = sessions;
    this.authentication = authentication;
    this.proofs = proofs;
  }

  @Override
  public Optional<Person> person() {
    return profile.me().map(ShellSignIn::person);
  }

  private static Person person(Member member) {
    return new Person(
        MemberText.of(member.name()),
        MemberText.of(member.email()),
        member.role().may(Right.MANAGE_MEMBERS),
        member.role().may(Right.READ_RECORDS),
        member.role().rights().stream().map(Right::name).collect(Collectors.toSet()));
  }

  @Override
  public Optional<Locale> language() {
    return profile.language();
  }

  @Override
  public void chooseLanguage(Locale language) {
    profile.chooseLanguage(language);
  }

  @Override
  public Scheme scheme() {
    return Scheme.of(profile.theme().orElse(null));
  }

  @Override
  public void chooseScheme(Scheme scheme) {
    profile.chooseTheme(scheme.stored());
  }

  @Override
  public void lockNow() {
    sessions.end(current.get().signIn(), SessionEnd.LOCKED);
  }

  @Override
  public Prover prover() {
    return proofs;
  }

  @Override
  public void signOut() {
    authentication.logout();
  }

  @Override
  public String profileRoute() {
    return AccountNavigation.PROFILE;
  }

  @Override
  public String sessionsRoute() {
    return AccountNavigation.SESSIONS;
  }
}
