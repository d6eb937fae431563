package eu.rempart.edge.request;

import eu.rempart.edge.abuse.Presence;
import eu.rempart.edge.gate.EdgePolicy;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.request.RequestLimits.Left;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficRecorder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gate 3: bans and rules by country once more (a connection may be older than they are), requests a
 * minute, and bounds on bodies. Refusals cost nothing but this filter.
 */
final class RequestGate extends OncePerRequestFilter {

  private final Places places;
  private final Supplier<EdgePolicy> policies;
  private final RequestLimits limits;
  private final TrafficRecorder recorder;
  private final Presence presence;
  private final long upload;
  private final LongSupplier nanos;

  /**
   * A gate.
   *
   * @param upload the largest file in bytes that a member may bring in
   */
  RequestGate(
      Places places,
      Supplier<EdgePolicy> policies,
      RequestLimits limits,
      TrafficRecorder recorder,
      Presence presence,
      long upload,
      LongSupplier nanos) {
    this.places = places;
    this.policies = policies;
    this.limits = limits;
    this.recorder = recorder;
    this.presence = presence;
    this.upload = upload;
    this.nanos = nanos;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Asker asker = Asker.of(request);
    RouteClass route =
        RouteClass.of(request.getMethod(), request.getRequestURI(), request.getQueryString());
    long high = asker.source().high();
    long low = asker.source().low();
    long now = nanos.getAsLong();
    EdgePolicy policy = policies.get();
    boolean free = policy.isAllowed(high, low, now);
    int place = places.of(high, low);
    // a refusal needs its style sheet, and static files tell nobody anything
    boolean ruled = !free && route != RouteClass.STATIC;
    Refusal rule = ruled ? rule(policy, asker, place, now) : null;
    if (rule != null) {
      refuse(request, response, asker, route, rule, 0);
      return;
    }
    if (!free) {
      Left left = limits.take(asker, route, policy.factor(place));
      tell(response, route, left);
      if (!left.allowed()) {
        refuse(request, response, asker, route, Refusal.TOO_MANY, Math.max(1, left.seconds()));
        return;
      }
    }
    if (asker.isSignedIn()) {
      presence.saw(high, low, asker.isAdministrator());
    }
    recorder.request(high, low, route.measure());
    pass(request, response, chain, asker, route);
  }

  private static @Nullable Refusal rule(EdgePolicy policy, Asker asker, int place, long now) {
    if (policy.isBanned(asker.source().high(), asker.source().low(), now)) {
      return Refusal.BANNED;
    }
    // where a second factor is asked for, it is asked after the password
    return policy.treatment(place) == Treatment.REFUSED ? Refusal.COUNTRY : null;
  }

  private void pass(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Asker asker,
      RouteClass route)
      throws ServletException, IOException {
    long most =
        route == RouteClass.EXPORT && asker.isSignedIn() ? upload : route.body(asker.isSignedIn());
    if (request.getContentLengthLong() > most) {
      refuse(request, response, asker, route, Refusal.TOO_LARGE, 0);
      return;
    }
    try {
      chain.doFilter(new BoundedRequest(request, most), response);
    } catch (IOException | ServletException | RuntimeException e) {
      Refusal refusal = refusal(e);
      if (refusal == null) {
        throw e;
      }
      response.setHeader("Connection", "close");
      refuse(request, response, asker, route, refusal, 0);
      return;
    }
    if (leadsNowhere(request, response, asker, route)) {
      recorder.request(asker.source().high(), asker.source().low(), Measure.REQUEST_MISSING);
    }
  }

  /** Whoever is not signed in is led to the sign-in page, whether there is such a page or not. */
  private static boolean leadsNowhere(
      HttpServletRequest request, HttpServletResponse response, Asker asker, RouteClass route) {
    return response.getStatus() == HttpServletResponse.SC_NOT_FOUND
        || (response.getStatus() == HttpServletResponse.SC_FOUND
            && route == RouteClass.PAGE
            && !asker.isSignedIn()
            && !request.getRequestURI().equals("/"));
  }

  /** What the request is to blame for: its body, or a part that Jetty reads only when asked. */
  private static @Nullable Refusal refusal(Throwable thrown) {
    Refusal refusal = null;
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyRefusedException refused) {
        return refused.refusal(); // Jetty may have made a broken form of it
      }
      if (cause instanceof HttpException malformed
          && HttpStatus.isClientError(malformed.getCode())) {
        refusal = Refusal.MALFORMED;
      }
    }
    return refusal;
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      Asker asker,
      RouteClass route,
      Refusal refusal,
      long wait)
      throws IOException {
    Measure measure =
        switch (refusal) {
          case TOO_MANY -> Measure.REQUEST_LIMITED;
          case COUNTRY, BANNED -> Measure.REQUEST_REFUSED;
          case TOO_LARGE -> Measure.REQUEST_TOO_LARGE;
          case TOO_SLOW -> Measure.REQUEST_CUT;
          case MALFORMED -> Measure.REQUEST_MALFORMED;
          case OURS ->
              throw new IllegalArgumentException("our own fault is no reason to refuse anybody");
        };
    recorder.request(asker.source().high(), asker.source().low(), measure);
    RefusalPage.write(request, response, route, refusal, wait);
  }

  /**
   * What is left, for programs that go easy.
   *
   * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit
   *     header fields for HTTP</a>
   */
  private static void tell(HttpServletResponse response, RouteClass route, Left left) {
    if (route == RouteClass.API || !left.allowed()) {
      response.setHeader(
          "RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(route.key(), left.quota()));
      response.setHeader(
          "RateLimit", "\"%s\";r=%d;t=%d".formatted(route.key(), left.left(), left.seconds()));
    }
  }
}
