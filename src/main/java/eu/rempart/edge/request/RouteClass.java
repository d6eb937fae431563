package eu.rempart.edge.request;

import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.traffic.Measure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Kinds of requests; each has a limit of its own, for their costs differ a thousandfold. */
enum RouteClass {
  PAGE(Limit.REQUESTS_PAGE, Measure.REQUEST_PAGE, 64 * 1024),
  /** What a page that is open sends: clicks, heartbeats, push. */
  UI(Limit.REQUESTS_UI, Measure.REQUEST_UI, 16 * 1024 * 1024),
  SIGN_IN(Limit.REQUESTS_SIGN_IN, Measure.REQUEST_SIGN_IN, 16 * 1024),
  API(Limit.REQUESTS_API, Measure.REQUEST_API, 16 * 1024 * 1024),
  /** Files that are taken out or brought in. */
  EXPORT(Limit.REQUESTS_EXPORT, Measure.REQUEST_EXPORT, 64 * 1024),
  /** Scripts, styles, pictures, and questions of probes. */
  STATIC(Limit.REQUESTS_STATIC, Measure.REQUEST_STATIC, 0);

  private final Limit limit;
  private final Measure measure;
  private final long body;

  RouteClass(Limit limit, Measure measure, long body) {
    this.limit = limit;
    this.measure = measure;
    this.body = body;
  }

  /** Requests a minute. */
  Limit limit() {
    return limit;
  }

  Measure measure() {
    return measure;
  }

  /** The largest body in bytes; a file that a member brings in may be larger. */
  long body() {
    return body;
  }

  /** As headers name it: {@code sign-in}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of a request, by what costs nothing to look at: its body is not read.
   *
   * @param query as it came; null if there is none
   */
  static RouteClass of(String method, String path, @Nullable String query) {
    if (path.startsWith("/VAADIN/push") || isFlow(query)) {
      return UI;
    }
    if (path.startsWith("/VAADIN/dynamic/")) {
      return EXPORT;
    }
    if (path.startsWith("/VAADIN/")
        || path.startsWith("/styles/")
        || path.startsWith("/health/")
        || path.equals("/favicon.ico")) {
      return STATIC;
    }
    if (path.equals("/api") || path.startsWith("/api/")) {
      return API;
    }
    return method.equals("POST") && path.equals("/login") ? SIGN_IN : PAGE;
  }

  private static boolean isFlow(@Nullable String query) {
    return query != null && (query.startsWith("v-r=") || query.contains("&v-r="));
  }
}
