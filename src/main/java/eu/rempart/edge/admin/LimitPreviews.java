package eu.rempart.edge.admin;

import eu.rempart.edge.admin.Preview.Basis;
import eu.rempart.edge.limit.SourceWindow;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.PlacedSource;
import eu.rempart.edge.traffic.TrafficArchive;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a limit would have done, as far as what is recorded tells: peaks of the busiest addresses,
 * and sums of five minutes. It names whom the limit would have met, not how often.
 */
final class LimitPreviews {

  private static final int STEP_MINUTES = TrafficArchive.STEP_SECONDS / 60;

  private final TrafficArchive archive;
  private final Duration back;

  LimitPreviews(TrafficArchive archive, Duration back) {
    this.archive = archive;
    this.back = back;
  }

  Preview of(Limit limit, int value) {
    return switch (limit) {
      case AT_ONCE_ADDRESS -> peaks(window -> window.atOnce() > value);
      case PER_SECOND_ADDRESS, HANDSHAKES_ADDRESS -> peaks(window -> window.fastest() > value);
      case AT_ONCE_NETWORK -> networks(window -> window.atOnce() > value);
      case PER_SECOND_NETWORK -> networks(window -> window.fastest() > value);
      case AT_ONCE_COUNTRY -> places(archive.crowded(back, value), Basis.SUMS);
      case PER_SECOND_COUNTRY ->
          places(archive.hurried(back, (long) value * TrafficArchive.STEP_SECONDS), Basis.AVERAGES);
      case REQUESTS_PAGE,
          REQUESTS_UI,
          REQUESTS_SIGN_IN,
          REQUESTS_API,
          REQUESTS_EXPORT,
          REQUESTS_PROBE,
          REQUESTS_STATIC ->
          asked((long) value * STEP_MINUTES);
      case DETECT_UNFINISHED,
          DETECT_HANDSHAKES,
          DETECT_CONNECTIONS,
          DETECT_SCAN,
          DETECT_MALFORMED,
          DETECT_SLOW,
          DETECT_STUFFING,
          DETECT_SPRAYING,
          DETECT_ACCOUNT,
          DETECT_RISE,
          DETECT_TRAVEL,
          DETECT_EXPORT,
          DETECT_ARCHIVE,
          WINDOW_SIGN_IN,
          WINDOW_MASS ->
          of(List.of(), Basis.UNKNOWN);
      case ADDRESS_DAYS, TRAFFIC_DAYS -> of(List.of(), Basis.NOTHING);
    };
  }

  private Preview peaks(Predicate<SourceWindow> beyond) {
    return of(
        archive.sources(back).stream().filter(each -> beyond.test(each.window())).toList(),
        Basis.PEAKS);
  }

  private Preview networks(Predicate<SourceWindow> beyond) {
    return of(
        archive.networks(back).stream().filter(each -> beyond.test(each.window())).toList(),
        Basis.SUMS);
  }

  /** Requests are recorded without their kind: whoever sent that many may have met the limit. */
  private Preview asked(long more) {
    Set<String> names = archive.asked(back, more);
    return of(
        archive.sources(back).stream()
            .filter(each -> names.contains(each.window().prefix().toString()))
            .toList(),
        Basis.AVERAGES);
  }

  private Preview places(Set<Place> beyond, Basis basis) {
    var byPlace =
        new TreeMap<>(
            archive.since(back).byPlace(Measure.FULL_HANDSHAKE, Measure.RESUMED_HANDSHAKE));
    byPlace.keySet().retainAll(beyond);
    long connections = byPlace.values().stream().mapToLong(Long::longValue).sum();
    return new Preview(connections, 0, 0, byPlace, List.of(), byPlace.isEmpty(), basis);
  }

  /** Everything that these sources did, by place. */
  static Preview of(List<PlacedSource> met, Basis basis) {
    TreeMap<Place, Long> byPlace = new TreeMap<>();
    long connections = 0;
    long requests = 0;
    for (PlacedSource source : met) {
      SourceWindow window = source.window();
      int passed = Math.max(0, window.connections() - window.refused());
      connections += passed;
      requests += window.requests();
      byPlace.merge(source.place(), (long) passed, Long::sum);
    }
    return new Preview(
        connections,
        requests,
        0,
        byPlace,
        met.stream().limit(Previews.SHOWN).toList(),
        met.isEmpty(),
        basis);
  }
}
