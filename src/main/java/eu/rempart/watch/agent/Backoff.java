package eu.rempart.watch.agent;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait while home is away: longer each time, and by chance, so that not all come at
 * once.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int STEPS = 4;

  private final RandomGenerator random;
  private int failed;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Home is there. */
  void reset() {
    failed = 0;
  }

  /** It is not: wait so long, at least half of what it is at most. */
  Duration next() {
    Duration most = FIRST.multipliedBy(1L << Math.min(failed, STEPS));
    failed = Math.min(failed + 1, STEPS);
    long millis = (most.compareTo(LONGEST) > 0 ? LONGEST : most).toMillis();
    return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
  }
}
