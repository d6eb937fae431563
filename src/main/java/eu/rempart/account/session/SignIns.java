package eu.rempart.account.session;

import eu.rempart.account.SignedInMember;
import eu.rempart.account.place.AddressPlaces;
import eu.rempart.account.place.ClientAddress;
import eu.rempart.account.place.NewPlaces;
import eu.rempart.account.signin.MemberAuthentication;
import eu.rempart.vault.Vouching;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Ties a member who has proved who they are to the browser's session. */
public class SignIns {

  /** A little longer than any idle limit needs to be noticed; then the browser's session goes. */
  private static final Duration AFTER_IDLE = Duration.ofMinutes(5);

  private static final String END_OF_SESSION = SignIns.class.getName() + ".end";

  private final Sessions sessions;
  private final SessionRepository repository;
  private final Vouching vouching;
  private final AddressPlaces places;
  private final NewPlaces news;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  SignIns(
      Sessions sessions,
      SessionRepository repository,
      Vouching vouching,
      AddressPlaces places,
      NewPlaces news) {
    this.sessions = sessions;
    this.repository = repository;
    this.vouching = vouching;
    this.places = places;
    this.news = news;
  }

  /** For a request outside of Spring Security's own sign-in: set-up, invitation, recovery. */
  public void establish(
      SignedInMember member, HttpServletRequest request, HttpServletResponse response) {
    request.getSession();
    request.changeSessionId();
    var context = new SecurityContextImpl(MemberAuthentication.of(member));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    begin(member, request);
  }

  /** After Spring Security signed somebody in. */
  public void begin(Authentication authentication, HttpServletRequest request) {
    if (authentication.getPrincipal() instanceof SignedInMember member) {
      begin(member, request);
    }
  }

  private void begin(SignedInMember member, HttpServletRequest request) {
    var place = places.of(ClientAddress.of(request));
    var device = Device.of(request.getHeader("User-Agent"));
    news.arrived(member.memberId(), place, device);
    sessions.begin(member, device, place);
    HttpSession session = request.getSession();
    session.setMaxInactiveInterval((int) sessions.idleLimit().plus(AFTER_IDLE).toSeconds());
    session.setAttribute(END_OF_SESSION, new EndOfSession(sessions, member.signIn()));
    overtaken(member).ifPresent(why -> sessions.end(member.signIn(), why));
  }

  /**
   * Why nobody is let in with what they proved a moment ago: proving it takes a while, in which an
   * administrator may suspend them or take a role away, and they may change the password. Whoever
   * did so ended the sign-ins that there were; asked after this one is there, none is left out.
   */
  private Optional<SessionEnd> overtaken(SignedInMember member) {
    if (!repository.isStill(member)) {
      return Optional.of(SessionEnd.ACCOUNT_CHANGED);
    }
    return member.vault() == null || vouching.isCurrent(member.vault())
        ? Optional.empty()
        : Optional.of(SessionEnd.PASSWORD_CHANGED);
  }
}
