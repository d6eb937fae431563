package eu.rempart.tls.link;

import eu.rempart.tls.gate.Source;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where sources were sent lately, so that a node that comes back does not take people away from the
 * one that they signed in at meanwhile. Bounded: a flood of sources forgets the eldest. Thread
 * safe.
 */
final class Stays {
  /** Longer than a session lives without a click. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final int MOST = 50_000;

  private record Stay(Node node, long nanos) {}

  private final LongSupplier clock;

  private final Map<Source, Stay> stays =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Stay> eldest) {
          return size() > MOST;
        }
      };

  Stays(LongSupplier clock) {
    this.clock = clock;
  }

  synchronized @Nullable Node of(Source source) {
    Stay stay = stays.get(source);
    if (stay == null || clock.getAsLong() - stay.nanos() > KEPT.toNanos()) {
      return null;
    }
    return stay.node();
  }

  synchronized void saw(Source source, Node node) {
    stays.put(source, new Stay(node, clock.getAsLong()));
  }

  synchronized int size() {
    return stays.size();
  }
}
