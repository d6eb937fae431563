package eu.rempart.account.session;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import eu.rempart.account.SignedInMember;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no request pass whose sign-in has ended: the browser's session goes, and the next thing the
 * person sees is the sign-in page with the reason. Also notes who is awake: only what a person does
 * counts, not the heartbeat of an open tab.
 */
public class SessionGuard extends OncePerRequestFilter {

  private static final Set<String> NO_INTERACTION = Set.of("heartbeat", "push");
  private static final String UIDL = "uidl";

  private final Sessions sessions;

  public SessionGuard(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !(authentication.getPrincipal() instanceof SignedInMember member)
        || sessions.alive(member, isInteraction(request))) {
      chain.doFilter(request, response);
      return;
    }
    var why = sessions.whyEnded(member.signIn());
    SecurityContextHolder.clearContext();
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    lead(request, response, why.signInPage());
  }

  /** A page that is opened, a file that is sent, a click; not what a page fetches by itself. */
  static boolean isInteraction(HttpServletRequest request) {
    var type = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
    if (type != null) {
      return !NO_INTERACTION.contains(type);
    }
    var wanted = request.getHeader("Sec-Fetch-Dest");
    return wanted == null || wanted.equals("document") || request.getMethod().equals("POST");
  }

  /** Flow's client follows no redirect; it understands an error with an address to go to. */
  private static void lead(HttpServletRequest request, HttpServletResponse response, String page)
      throws IOException {
    var type = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
    if (type == null) {
      response.sendRedirect(page);
    } else if (type.equals(UIDL)) {
      response.setContentType("application/json;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response
          .getWriter()
          .write(VaadinService.createCriticalNotificationJSON(null, null, null, page));
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
