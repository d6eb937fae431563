package eu.rempart.activity.calendar;

import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.value.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Days in the zone of whoever looks.
 *
 * @param from the first one
 * @param to the one after the last
 */
public record Stretch(LocalDate from, LocalDate to, ZoneId zone) {

  /** Zones are up to 14 hours ahead of UTC and 12 behind it: whole days lie at midnight in UTC. */
  private static final Duration APART = Duration.ofHours(14);

  public Stretch {
    if (!to.isAfter(from)) {
      throw new IllegalArgumentException("expected a day after " + from + ", got " + to);
    }
  }

  public static Stretch day(LocalDate day, ZoneId zone) {
    return new Stretch(day, day.plusDays(1), zone);
  }

  /** Not later than anything that begins in it. */
  Instant earliest() {
    return from.atStartOfDay(ZoneOffset.UTC).toInstant().minus(APART);
  }

  /** Later than anything that begins in it. */
  Instant latest() {
    return to.atStartOfDay(ZoneOffset.UTC).toInstant().plus(APART);
  }

  /** Whether something that begins then, and takes so long, reaches into it. */
  public boolean holds(When when, @Nullable Integer minutes) {
    int length = minutes == null ? 0 : minutes;
    if (when.allDay()) {
      LocalDate first = when.day(zone);
      LocalDate after = first.plusDays(Math.max(1, length / ActivityRules.DAY));
      return first.isBefore(to) && after.isAfter(from);
    }
    Instant begin = from.atStartOfDay(zone).toInstant();
    Instant end = to.atStartOfDay(zone).toInstant();
    Instant over = when.at().plus(Duration.ofMinutes(length));
    return when.at().isBefore(end) && (over.isAfter(begin) || when.at().equals(begin));
  }
}
