package eu.rempart.edge.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Over how much time counts are added up where they are kept. Whoever asks for longer gets coarser
 * ones, so that the answer is always some ten thousand rows away.
 */
enum Grain {
  FIVE_MINUTES(ChronoUnit.MINUTES),
  HOUR(ChronoUnit.HOURS),
  DAY(ChronoUnit.DAYS);

  private static final Duration LONG = Duration.ofDays(2);
  private static final Duration VERY_LONG = Duration.ofDays(31);

  private final ChronoUnit unit;

  Grain(ChronoUnit unit) {
    this.unit = unit;
  }

  /** The grain for a stretch of this length. */
  static Grain of(Duration stretch) {
    if (stretch.compareTo(LONG) <= 0) {
      return FIVE_MINUTES;
    }
    return stretch.compareTo(VERY_LONG) <= 0 ? HOUR : DAY;
  }

  /** The beginning of the minute, hour or day of UTC that a moment lies in. */
  Instant begin(Instant moment) {
    return moment.truncatedTo(unit);
  }
}
