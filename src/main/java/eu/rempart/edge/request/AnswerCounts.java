package eu.rempart.edge.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts answers since the start, by kind of route and hundred of the status, and how long they
 * took. As many counters as there are kinds, whoever asks for whatever. Thread safe.
 */
public final class AnswerCounts extends OncePerRequestFilter {

  /** Upper ends of the steps of {@link Answered#steps}, in seconds; the last step has none. */
  public static final List<Double> ENDS = List.of(0.005, 0.025, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0);

  private static final int HUNDREDS = 6;
  private static final RouteClass[] ROUTES = RouteClass.values();

  /**
   * What was answered to requests of one kind.
   *
   * @param route as headers name it, such as {@code sign-in}
   * @param byStatus how many by {@code 2xx} and the like
   * @param steps how many took up to the end of each step and longer than that of the one before;
   *     not those that stay open, such as push
   * @param seconds how long those took together
   */
  public record Answered(
      String route, Map<String, Long> byStatus, List<Long> steps, double seconds) {}

  private static final class Cells {

    private final LongAdder[] byHundred = adders(HUNDREDS);
    private final LongAdder[] steps = adders(ENDS.size() + 1);
    private final LongAdder nanos = new LongAdder();

    private static LongAdder[] adders(int count) {
      LongAdder[] adders = new LongAdder[count];
      Arrays.setAll(adders, _ -> new LongAdder());
      return adders;
    }
  }

  private final Map<RouteClass, Cells> cells = new EnumMap<>(RouteClass.class);
  private final LongSupplier nanos;

  AnswerCounts(LongSupplier nanos) {
    this.nanos = nanos;
    for (RouteClass route : ROUTES) {
      cells.put(route, new Cells());
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RouteClass route =
        RouteClass.of(request.getMethod(), request.getRequestURI(), request.getQueryString());
    long begun = nanos.getAsLong();
    boolean ended = false;
    try {
      chain.doFilter(request, response);
      ended = true;
    } finally {
      // whatever flies out of here becomes a 500 behind this filter
      count(route, ended ? response.getStatus() : 500, !request.isAsyncStarted(), begun);
    }
  }

  private void count(RouteClass route, int status, boolean timed, long begun) {
    Cells its = Objects.requireNonNull(cells.get(route));
    int hundred = status / 100;
    its.byHundred[hundred < HUNDREDS && hundred > 0 ? hundred : 0].increment();
    if (timed) {
      long took = nanos.getAsLong() - begun;
      its.nanos.add(took);
      its.steps[step(took / 1e9)].increment();
    }
  }

  private static int step(double seconds) {
    int step = 0;
    while (step < ENDS.size() && seconds > ENDS.get(step)) {
      step++;
    }
    return step;
  }

  /** All so far; kinds that nobody asked for are there too. */
  public List<Answered> soFar() {
    return cells.entrySet().stream()
        .map(entry -> answered(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Answered answered(RouteClass route, Cells its) {
    Map<String, Long> byStatus = new TreeMap<>();
    for (int hundred = 0; hundred < HUNDREDS; hundred++) {
      long count = its.byHundred[hundred].sum();
      if (count > 0) {
        byStatus.put(hundred == 0 ? "other" : hundred + "xx", count);
      }
    }
    return new Answered(
        route.key(),
        byStatus,
        Arrays.stream(its.steps).map(LongAdder::sum).toList(),
        its.nanos.sum() / 1e9);
  }
}
