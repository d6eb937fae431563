package eu.rempart.watch.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Home's clock, as far as it can be known here: what home said last, and what a stop watch shows
 * since. So the clock on this machine's wall may be wrong, or be set, without a result being wrong.
 * Thread safe.
 */
final class HomeClock {

  private static final Duration FINE = Duration.ofMillis(100);

  private final InstantSource wall;
  private final LongSupplier nanos;
  private Instant base;
  private long baseNanos;

  /**
   * @param ahead by how much home's clock went before this machine's when both were last compared
   */
  HomeClock(InstantSource wall, LongSupplier nanos, Duration ahead) {
    this.wall = wall;
    this.nanos = nanos;
    this.base = wall.instant().plus(ahead);
    this.baseNanos = nanos.getAsLong();
  }

  /** As exactly as the database keeps it. */
  Instant now() {
    return at(nanos.getAsLong());
  }

  /** What it showed when the stop watch showed this, as far as is known by now. */
  synchronized Instant at(long then) {
    return base.plusNanos(then - baseNanos).truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Home said what time it is.
   *
   * @param sent when it was asked, by the stop watch
   * @return by how much this clock goes before what it was now; nothing if it is left as it is
   */
  synchronized Duration tell(Instant home, long sent) {
    long received = nanos.getAsLong();
    Duration trip = Duration.ofNanos(received - sent);
    Instant told = home.plus(trip.dividedBy(2));
    Duration off = Duration.between(at(received), told);
    // half of the way there and back is a guess, which is no better than the way is long
    Duration doubt = trip.dividedBy(2).plus(FINE);
    if (off.abs().compareTo(doubt) <= 0) {
      return Duration.ZERO;
    }
    base = told;
    baseNanos = received;
    return off;
  }

  /** By how much it goes before this machine's. */
  Duration ahead() {
    return Duration.between(wall.instant(), now());
  }

  /** What this machine's clock shows. */
  Instant wall() {
    return wall.instant();
  }
}
