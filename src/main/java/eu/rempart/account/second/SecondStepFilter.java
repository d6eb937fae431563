package eu.rempart.account.second;

import eu.rempart.account.SignedInMember;
import eu.rempart.account.passkey.PasskeyStep;
import eu.rempart.account.signin.MemberAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the form of the second step goes, at {@value #PATH}; asked with GET at {@value #PASSKEY},
 * it says what to ask an authenticator.
 */
public final class SecondStepFilter extends AbstractAuthenticationProcessingFilter {

  /** After the door for passwords. */
  public static final String PATH = "/login/second";

  private static final String PASSKEY = PATH + "/passkey";
  private static final String TICKET = SecondStep.class.getName();
  private static final RequestMatcher QUESTION =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, PASSKEY);

  private final SecondStep step;
  private final JsonMapper json = new JsonMapper();

  public SecondStepFilter(
      SecondStep step, AuthenticationSuccessHandler success, AuthenticationFailureHandler failure) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
    this.step = step;
    setAuthenticationManager(request -> request); // asked by nobody: the proof is in the request
    setAuthenticationSuccessHandler(success);
    setAuthenticationFailureHandler(failure);
    setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    setSecurityContextRepository(new HttpSessionSecurityContextRepository());
  }

  /**
   * The browser's session waits for the second step from now on. It gets another name: somebody who
   * gave a browser a session of theirs must not be in it.
   */
  public static void remember(HttpServletRequest request, String ticket) {
    request.getSession().setAttribute(TICKET, ticket);
    request.changeSessionId();
  }

  /** Under what the browser's session waits. */
  public static Optional<String> ticket(@org.jspecify.annotations.Nullable Object attribute) {
    return Optional.ofNullable(attribute).map(Object::toString);
  }

  /** Under which name the session keeps it. */
  public static String attribute() {
    return TICKET;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer
        && QUESTION.matches(asked)) {
      ask(asked, answer);
    } else {
      super.doFilter(request, response, chain);
    }
  }

  private void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<PasskeyStep.Question> question =
        ticketOf(request).flatMap(ticket -> step.askPasskey(request, ticket));
    if (question.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(question.get()));
  }

  private static Optional<String> ticketOf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? Optional.empty() : ticket(session.getAttribute(TICKET));
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    String ticket = ticketOf(request).orElseThrow(SecondStepRefusedException::late);
    SecondStep.Passed passed = step.answer(request, ticket, request::getParameter);
    request.getSession().removeAttribute(TICKET);
    if (passed.account() != null) {
      request.setAttribute(SecondStep.ACCOUNT, passed.account());
    }
    SignedInMember member = passed.member();
    return MemberAuthentication.of(member);
  }
}
