package eu.rempart.account.second;

import eu.rempart.account.signin.MemberAuthentication;
import eu.rempart.account.signin.ProofFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Where the form of the second step goes, at {@value #PATH}. */
public final class SecondStepFilter extends ProofFilter {

  /** After the door for passwords. */
  public static final String PATH = "/login/second";

  /** Under which name the browser's session keeps under what it waits. */
  public static final String TICKET = SecondStep.class.getName();

  private final SecondStep step;

  public SecondStepFilter(
      SecondStep step, AuthenticationSuccessHandler success, AuthenticationFailureHandler failure) {
    super(PATH, PATH + "/passkey", success, failure);
    this.step = step;
  }

  /**
   * The browser's session waits for the second step from now on. It gets another name: somebody who
   * gave a browser a session of theirs must not be in it.
   */
  public static void remember(HttpServletRequest request, String ticket) {
    request.getSession().setAttribute(TICKET, ticket);
    request.changeSessionId();
  }

  private static Optional<String> ticket(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable(session.getAttribute(TICKET)).map(Object::toString);
  }

  @Override
  protected Optional<?> question(HttpServletRequest request) {
    return ticket(request).flatMap(ticket -> step.askPasskey(request, ticket));
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    String ticket = ticket(request).orElseThrow(SecondStepRefusedException::late);
    SecondStep.Passed passed = step.answer(request, ticket, request::getParameter);
    request.getSession().removeAttribute(TICKET);
    if (passed.account() != null) {
      request.setAttribute(SecondStep.ACCOUNT, passed.account());
    }
    return MemberAuthentication.of(passed.member());
  }
}
