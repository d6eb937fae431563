package eu.rempart.edge.request;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Who sends a request: a member's session, or else a source.
 *
 * @param member null where nobody is signed in
 */
record Asker(Source source, @Nullable SignedInMember member) {

  private static final Source THIS_MACHINE = Source.ofIpv4(0x7f00_0001);

  static Asker of(HttpServletRequest request) {
    return new Asker(source(request.getRemoteAddr()), member(request));
  }

  /** The client's address; whatever comes over a local socket without one is this machine. */
  private static Source source(@Nullable String address) {
    if (address == null || address.isEmpty()) {
      return THIS_MACHINE;
    }
    boolean bracketed = address.charAt(0) == '[' && address.endsWith("]");
    String literal = bracketed ? address.substring(1, address.length() - 1) : address;
    try {
      return Source.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException noAddress) {
      return THIS_MACHINE;
    }
  }

  private static @Nullable SignedInMember member(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null) {
      return null;
    }
    try {
      return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                  instanceof SecurityContext context
              && context.getAuthentication() != null
              && context.getAuthentication().getPrincipal() instanceof SignedInMember member
          ? member
          : null;
    } catch (IllegalStateException ended) {
      return null;
    }
  }

  boolean isSignedIn() {
    return member != null;
  }

  boolean isAdministrator() {
    return member != null && member.role() == Role.ADMINISTRATOR;
  }

  /** By what it is counted: the sign-in, or an address (a /64 of IPv6). */
  Key key(RouteClass route) {
    if (member != null) {
      return new Key(
          member.signIn().getMostSignificantBits(),
          member.signIn().getLeastSignificantBits(),
          route);
    }
    Prefix prefix = Prefix.fine(source.high(), source.low());
    return new Key(prefix.high(), prefix.low(), route);
  }

  /** Names a bucket. */
  record Key(long high, long low, RouteClass route) {}
}
