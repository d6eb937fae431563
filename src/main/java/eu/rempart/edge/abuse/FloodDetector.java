package eu.rempart.edge.abuse;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.traffic.Count;
import eu.rempart.edge.traffic.Measure;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A flood from many sources, none of which does much by itself: so many refusals a second for some
 * seconds, or for two if there are very many. The budget of handshakes answers it; this gives it a
 * name.
 */
final class FloodDetector {

  static final int REFUSED_A_SECOND = 100;
  private static final int SECONDS = 3;

  /** So many at once are named a second earlier; one bad second alone may be a restart. */
  static final int MANY = 1_000;

  private static final int SECONDS_OF_MANY = 2;
  private static final int QUIET_SECONDS = 30;
  private static final int PLACES = 5;

  private static final Set<String> SIGNS =
      Set.of(
              Measure.NO_HANDSHAKE_LEFT,
              Measure.TOO_FAST,
              Measure.TOO_MANY_AT_ONCE,
              Measure.COUNTRY_TOO_FAST,
              Measure.CLIENT_LEFT,
              Measure.HELLO_TOO_SLOW,
              Measure.HANDSHAKE_TOO_SLOW)
          .stream()
          .map(Measure::key)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<Place, Long> places = new HashMap<>();
  private int busy;
  private long refusedWhileBusy;
  private int quiet;
  private boolean flooded;

  /** Tells the flood from others: each node finds its own, and each ends by itself. */
  private UUID id = UUID.randomUUID();

  /** Something about a flood that people should know. */
  sealed interface News {
    /** It has begun: how many refusals in its first seconds, and from where most of them came. */
    record Begun(UUID flood, long refused, List<Place> most) implements News {}

    /** It is over: how many were refused in all. */
    record Over(UUID flood, long refused) implements News {}
  }

  /** A second is over. */
  Optional<News> second(List<Count> counts) {
    long refused = 0;
    for (Count count : counts) {
      if (SIGNS.contains(count.what())) {
        refused += count.count();
        places.merge(count.place(), count.count(), Long::sum);
      }
    }
    boolean high = refused >= REFUSED_A_SECOND;
    busy = high ? busy + 1 : 0;
    refusedWhileBusy = high ? refusedWhileBusy + refused : 0;
    quiet = high ? 0 : quiet + 1;
    if (!flooded && hasBegun()) {
      flooded = true;
      id = UUID.randomUUID();
      return Optional.of(new News.Begun(id, total(), most()));
    }
    if (quiet >= QUIET_SECONDS) {
      long all = total();
      places.clear();
      if (flooded) {
        flooded = false;
        return Optional.of(new News.Over(id, all));
      }
    }
    return Optional.empty();
  }

  private boolean hasBegun() {
    return busy >= SECONDS || (busy >= SECONDS_OF_MANY && refusedWhileBusy >= MANY);
  }

  boolean isFlooded() {
    return flooded;
  }

  /** What goes on now; empty while there is no flood. */
  Optional<Flood> now() {
    return flooded ? Optional.of(new Flood(total(), most())) : Optional.empty();
  }

  private long total() {
    return places.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<Place> most() {
    return places.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(PLACES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
