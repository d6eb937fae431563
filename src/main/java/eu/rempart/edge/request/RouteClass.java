package eu.rempart.edge.request;

import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.traffic.Measure;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Kinds of requests; each has a limit of its own, for their costs differ a thousandfold. */
enum RouteClass {
  PAGE(Limit.REQUESTS_PAGE, Measure.REQUEST_PAGE, 64 * 1024),
  /** What a page that is open sends: clicks, heartbeats, push. */
  UI(Limit.REQUESTS_UI, Measure.REQUEST_UI, 16 * 1024 * 1024),
  SIGN_IN(Limit.REQUESTS_SIGN_IN, Measure.REQUEST_SIGN_IN, 16 * 1024),
  API(Limit.REQUESTS_API, Measure.REQUEST_API, 16 * 1024 * 1024),
  /** Files that are taken out or brought in. */
  EXPORT(Limit.REQUESTS_EXPORT, Measure.REQUEST_EXPORT, 64 * 1024),
  /** Agents that measure elsewhere, with what they found. */
  PROBE(Limit.REQUESTS_PROBE, Measure.REQUEST_PROBE, 256 * 1024),
  /** Scripts, styles, pictures, and questions of probes. */
  STATIC(Limit.REQUESTS_STATIC, Measure.REQUEST_STATIC, 0);

  private static final long FORM = 256 * 1024;

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

  /**
   * The largest body in bytes; a file that a member brings in may be larger. What a page says of
   * whoever is not signed in is a form at most, and it is read as a whole.
   */
  long body(boolean signedIn) {
    return this == UI && !signedIn ? FORM : body;
  }

  /** As headers name it: {@code sign-in}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of a request, by what costs nothing to look at: its body is not read. Letters of the
   * path may be written as codes, as whatever serves the request reads them too; and what answers a
   * path whatever is asked of it goes before the query by which pages are told.
   *
   * @param path as it came
   * @param query as it came; null if there is none
   */
  static RouteClass of(String method, String path, @Nullable String query) {
    String read = path.indexOf('%') < 0 ? path : decoded(path);
    if (method.equals("POST")
        && (read.equals("/login")
            || read.equals("/login/passkey")
            || read.equals("/login/second"))) {
      return SIGN_IN;
    }
    if (read.equals("/api")
        || read.startsWith("/api/")
        || read.equals("/metrics")
        || read.equals("/alert/answers")) {
      return API;
    }
    if (read.startsWith("/probe/")) {
      return PROBE;
    }
    if (read.startsWith("/VAADIN/dynamic/")) {
      return EXPORT;
    }
    if (read.startsWith("/VAADIN/push") || isFlow(query)) {
      return UI;
    }
    return read.startsWith("/VAADIN/")
            || read.startsWith("/styles/")
            || read.startsWith("/start/")
            || read.startsWith("/health/")
            || read.equals("/favicon.ico")
        ? STATIC
        : PAGE;
  }

  /** What can't be read is as it came; nobody else can read it either. */
  private static String decoded(String path) {
    try {
      return UriUtils.decode(path, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      return path;
    }
  }

  private static boolean isFlow(@Nullable String query) {
    return query != null && (query.startsWith("v-r=") || query.contains("&v-r="));
  }
}
