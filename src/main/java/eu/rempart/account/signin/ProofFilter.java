package eu.rempart.account.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * A door beside the one for passwords: asked with GET, it says what to ask an authenticator; the
 * answer comes as a form.
 */
public abstract class ProofFilter extends AbstractAuthenticationProcessingFilter {

  private final RequestMatcher question;
  private final JsonMapper json = new JsonMapper();

  /**
   * @param path where the form goes
   * @param question where the page asks first
   */
  @SuppressWarnings("this-escape") // no subclass overrides what Spring sets
  protected ProofFilter(
      String path,
      String question,
      AuthenticationSuccessHandler success,
      AuthenticationFailureHandler failure) {
    super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path));
    this.question = PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, question);
    setAuthenticationManager(request -> request); // asked by nobody: the proof is in the request
    setAuthenticationSuccessHandler(success);
    setAuthenticationFailureHandler(failure);
    setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
    setSecurityContextRepository(new HttpSessionSecurityContextRepository());
  }

  /** What the page is to ask an authenticator; empty where there is nothing to ask. */
  protected abstract Optional<?> question(HttpServletRequest request);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer
        && question.matches(asked)) {
      tell(question(asked), answer);
    } else {
      super.doFilter(request, response, chain);
    }
  }

  private void tell(Optional<?> asked, HttpServletResponse response) throws IOException {
    if (asked.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(asked.get()));
  }
}
