package eu.rempart.watch.absence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * A time in which no node was there to measure.
 *
 * @param end after the beginning
 */
public record Absence(Instant begin, Instant end) {

  /** How long some of them, of which none overlap, last between two moments. */
  public static Duration within(Collection<Absence> absences, Instant from, Instant to) {
    return absences.stream()
        .map(absence -> absence.within(from, to))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Duration within(Instant from, Instant to) {
    Instant first = begin.isAfter(from) ? begin : from;
    Instant last = end.isBefore(to) ? end : to;
    return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
  }
}
