package eu.rempart.alert.source;

import eu.rempart.alert.queue.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Nothing begins later than now: where a machine began by a clock that was ahead and was put right,
 * whoever is to be told next would hear of it as much too late.
 */
final class Beginnings implements Round {

  /** Clocks of nodes are never further apart. */
  private static final Duration APART = Duration.ofMinutes(2);

  private final BeginningQueries queries;
  private final InstantSource clock;

  Beginnings(BeginningQueries queries, InstantSource clock) {
    this.queries = queries;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "beginnings";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    queries.beginNow(now.plus(APART), now);
  }
}
