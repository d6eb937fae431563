package eu.rempart.account.signin;

import eu.rempart.account.InvitedService;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.place.ClientAddress;
import eu.rempart.account.second.SecondStep;
import eu.rempart.account.session.SignIns;
import eu.rempart.vault.answer.Entrance;
import eu.rempart.vault.joining.WaitingHandle;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs in who waited to be let in, as their page is loaded anew. Signing in renames the browser's
 * session. Were it done by the page, once that runs, its message channel would be opened at the
 * same moment: under the old name it is told that the session has ended, and the page stays so.
 */
public final class LetInFilter extends OncePerRequestFilter {

  /** Under which name the browser's session keeps the {@link WaitingHandle} of who waits in it. */
  public static final String WAITING = WaitingHandle.class.getName();

  private static final RequestMatcher PAGE =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/invitation");

  private final InvitedService invited;
  private final SecondStep step;
  private final SignIns signIns;
  private final SignInFailure failure = new SignInFailure();

  LetInFilter(InvitedService invited, SecondStep step, SignIns signIns) {
    this.invited = invited;
    this.step = step;
    this.signIns = signIns;
  }

  /** What a page asks once it runs carries a parameter of Flow's. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !PAGE.matches(request) || request.getQueryString() != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var member = entered(request);
    if (member.isEmpty()) {
      chain.doFilter(request, response); // the page says how it stands
      return;
    }
    request.getSession().removeAttribute(WAITING);
    try {
      step.requireOf(member.get(), ClientAddress.of(request));
      signIns.establish(member.get(), request, response);
      response.sendRedirect("/");
    } catch (AuthenticationException e) { // a second step is asked, or a factor is damaged
      failure.onAuthenticationFailure(request, response, e);
    }
  }

  private Optional<SignedInMember> entered(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
            && session.getAttribute(WAITING) instanceof WaitingHandle handle
            && isLetIn(handle)
        ? invited.enter(handle)
        : Optional.empty();
  }

  private boolean isLetIn(WaitingHandle handle) {
    return switch (invited.look(handle)) {
      case Entrance.Ready _, Entrance.Entered _ -> true;
      case Entrance.Waiting _, Entrance.Expired _, Entrance.Refused _, Entrance.Forgotten _ ->
          false;
    };
  }
}
