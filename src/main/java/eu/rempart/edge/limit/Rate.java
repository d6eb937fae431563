package eu.rempart.edge.limit;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * So many at once and so many a second after that, kept as one moment (the generic cell rate
 * algorithm, ITU-T I.371).
 *
 * @param interval nanoseconds between two when they come steadily
 * @param tolerance nanoseconds that they may come early: the burst
 */
public record Rate(long interval, long tolerance) {

  private static final double SECOND = 1e9;

  /**
   * A rate.
   *
   * @param perSecond more than 0
   * @param burst how many may come at the same moment, 1 or more
   */
  public static Rate of(double perSecond, int burst) {
    if (!(perSecond > 0) || burst < 1) {
      throw new IllegalArgumentException(
          "a rate is more than 0 a second with a burst of 1 or more, got %s and %d"
              .formatted(perSecond, burst));
    }
    long interval = Math.max(1, Math.round(SECOND / perSecond));
    return new Rate(interval, interval * (burst - 1L));
  }

  /** As much of it as a slowed source gets: a factor-th of both, at least one at a time. */
  public Rate slowed(int factor) {
    long slower = interval * factor;
    long burst = tolerance / interval + 1;
    return new Rate(slower, slower * (Math.max(1, burst / factor) - 1));
  }

  /** Takes one from a rate that several threads share; false if it comes too fast. */
  public boolean take(AtomicLongArray expected, int index, long now) {
    while (true) {
      long next = expected.get(index);
      if (!allows(next, now)) {
        return false;
      }
      if (expected.compareAndSet(index, next, next(next, now))) {
        return true;
      }
    }
  }

  /** Whether one more may come, given when the next was expected. */
  boolean allows(long expected, long now) {
    return expected - now <= tolerance;
  }

  /** When the next is expected after one at this moment. */
  long next(long expected, long now) {
    return (expected - now > 0 ? expected : now) + interval;
  }
}
