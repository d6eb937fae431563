package eu.rempart.edge;

import eu.rempart.common.net.OtherSites;
import eu.rempart.shell.Nonce;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the security headers on every answer, errors and static files included.
 *
 * <p>The policy allows the scripts of this origin and, inline, only those that carry the nonce of
 * this very answer. Evaluation of strings stays forbidden: the expressions that Flow's client
 * compiles pass through {@code csp.js}, which hands them to the browser as scripts with the nonce
 * (decision record 0003).
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SecurityHeaders extends OncePerRequestFilter {

  private static final String TWO_YEARS = "max-age=63072000; includeSubDomains";

  private final SecureRandom random = new SecureRandom();
  private final ObjectProvider<OtherSites> others;

  SecurityHeaders(ObjectProvider<OtherSites> others) {
    this.others = others;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var nonce = nonce();
    request.setAttribute(Nonce.ATTRIBUTE, nonce);
    response.setHeader("Content-Security-Policy", policy(nonce, others()));
    response.setHeader("Strict-Transport-Security", TWO_YEARS);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(),"
            + " midi=(), display-capture=(), browsing-topics=()");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    chain.doFilter(request, response);
  }

  private List<String> others() {
    OtherSites sites = others.getIfAvailable();
    return sites == null ? List.of() : sites.origins();
  }

  /**
   * The policy for one answer.
   *
   * @param others origins that a page may ask whether they are ready
   */
  static String policy(String nonce, List<String> others) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' 'nonce-" + nonce + "'",
        "style-src 'self' 'nonce-" + nonce + "'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:", // the icons of the upload component
        String.join(" ", Stream.concat(Stream.of("connect-src 'self'"), others.stream()).toList()),
        "manifest-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'");
  }

  private String nonce() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
