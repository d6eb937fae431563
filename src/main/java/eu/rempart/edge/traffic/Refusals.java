package eu.rempart.edge.traffic;

import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * One event for each source that is refused, however often; and of many at once, some events and
 * the number of the others.
 */
final class Refusals {

  /** A source is told of once in ten minutes, in nanoseconds. */
  static final long INTERVAL = 600_000_000_000L;

  private static final int AT_ONCE = 60;

  private record Refusal(Prefix source, Place place, Verdict why) {}

  private final BlockingQueue<Refusal> waiting = new ArrayBlockingQueue<>(AT_ONCE);
  private final LongAdder others = new LongAdder();
  private final SecurityEvents events;

  Refusals(SecurityEvents events) {
    this.events = events;
  }

  /** Notes it. Called on event loops. */
  void first(long high, long low, int place, Verdict why) {
    if (waiting.remainingCapacity() == 0
        || !waiting.offer(new Refusal(Prefix.fine(high, low), Place.of(place), why))) {
      others.increment();
    }
  }

  /** Hands over what was noted since the last time; called once a minute. */
  void tell() {
    for (Refusal refusal = waiting.poll(); refusal != null; refusal = waiting.poll()) {
      Prefix source = refusal.source();
      events.record(
          SecurityEvent.of("edge.source.refused", Severity.NOTICE)
              .from(new Source(source.high(), source.low()).address().getHostAddress())
              .with("place", refusal.place().code())
              .with("why", Measure.of(refusal.why()).key()));
    }
    long more = others.sumThenReset();
    if (more > 0) {
      events.record(
          SecurityEvent.of("edge.sources.refused", Severity.WARNING)
              .with("count", Long.toString(more)));
    }
  }
}
