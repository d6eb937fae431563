package eu.rempart.alert.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether what is done again and again is done, on whatever node: where the scheduler is dead on
 * all of them nothing that is wrong becomes an incident, and no message waits that could tell.
 */
public final class RoundsWatch {

  private final RoundQueries queries;
  private final Supplier<List<Round>> rounds;
  private final InstantSource clock;

  RoundsWatch(RoundQueries queries, Supplier<List<Round>> rounds, InstantSource clock) {
    this.queries = queries;
    this.rounds = rounds;
    this.clock = clock;
  }

  /** How long ago the one was due that is late most, or hangs; zero if none is. */
  public Duration late() {
    List<String> names = rounds.get().stream().map(Round::name).toList();
    Duration late =
        queries
            .firstDue(names)
            .map(due -> Duration.between(due, clock.instant()))
            .orElse(Duration.ZERO);
    return late.isNegative() ? Duration.ZERO : late;
  }
}
