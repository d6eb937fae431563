package eu.rempart.watch.objective;

import java.time.Duration;

/**
 * A day.
 *
 * @param tally its checks that count
 * @param watched how much of it was watched, without maintenance
 */
public record DayTally(Tally tally, Duration watched) {

  /** The part of what was watched that its failed checks stand for. */
  Duration failed() {
    return Duration.ofMillis(Math.round(watched.toMillis() * tally.failedShare()));
  }
}
