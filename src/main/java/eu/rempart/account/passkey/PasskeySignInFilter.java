package eu.rempart.account.passkey;

import eu.rempart.account.signin.MemberAuthentication;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
 * The door for passkeys at {@value #PATH}: asked with GET, it says what to ask an authenticator;
 * what that answered comes as a form.
 */
public final class PasskeySignInFilter extends AbstractAuthenticationProcessingFilter {

  /** Beside the door for passwords. */
  public static final String PATH = "/login/passkey";

  private static final RequestMatcher QUESTION =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, PATH);

  private final PasskeySignIn signIn;
  private final JsonMapper json = new JsonMapper();

  public PasskeySignInFilter(
      PasskeySignIn signIn,
      AuthenticationSuccessHandler success,
      AuthenticationFailureHandler failure) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
    this.signIn = signIn;
    setAuthenticationManager(request -> request); // asked by nobody: the proof is in the request
    setAuthenticationSuccessHandler(success);
    setAuthenticationFailureHandler(failure);
    setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    setSecurityContextRepository(new HttpSessionSecurityContextRepository());
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
    var question = signIn.ask(request);
    if (question.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(question.get()));
  }

  @Override
  public Authentication attemptAuthentication(
      HttpServletRequest request, HttpServletResponse response) {
    return MemberAuthentication.of(signIn.signIn(request));
  }
}
