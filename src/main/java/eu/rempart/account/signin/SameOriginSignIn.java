package eu.rempart.account.signin;

import eu.rempart.account.passkey.PasskeySignInFilter;
import eu.rempart.account.second.SecondStepFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a sign-in that another site sends: it would put somebody into an account that is not
 * theirs. Every browser of today says where a request comes from; of an older one its origin is
 * looked at.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
class SameOriginSignIn extends OncePerRequestFilter {

  private static final int HTTPS = 443;

  private static final Set<String> OURS = Set.of("same-origin", "none");

  /** As the filter that signs in tells it: {@code /%6cogin} is the same path. */
  private static final RequestMatcher SIGN_IN =
      new OrRequestMatcher(
          PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login"),
          PathPatternRequestMatcher.withDefaults()
              .matcher(HttpMethod.POST, PasskeySignInFilter.PATH),
          PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, SecondStepFilter.PATH));

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !SIGN_IN.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isOurs(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isOurs(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OURS.contains(site);
    }
    String origin = request.getHeader("Origin");
    return origin == null || isOf(origin, request.getServerName(), request.getServerPort());
  }

  /** Whether an origin (RFC 6454) is this server's; {@code null}, as hidden ones are, is not. */
  private static boolean isOf(String origin, String host, int port) {
    try {
      URI uri = new URI(origin);
      int theirs = uri.getPort() < 0 ? HTTPS : uri.getPort();
      return "https".equalsIgnoreCase(uri.getScheme())
          && bare(host).equalsIgnoreCase(bare(String.valueOf(uri.getHost())))
          && theirs == port;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /** An address of IPv6 stands in brackets in some places. */
  private static String bare(String host) {
    return host.replaceAll("^\\[|\\]$", "");
  }
}
