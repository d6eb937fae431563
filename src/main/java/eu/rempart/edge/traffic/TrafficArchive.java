package eu.rempart.edge.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Recorded traffic of all nodes, for the room itself. Asks for no right; people come through {@link
 * TrafficService}.
 */
public final class TrafficArchive {

  private static final int SOURCES = 20_000;

  private final TrafficRepository repository;
  private final InstantSource clock;

  TrafficArchive(TrafficRepository repository, InstantSource clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /** Everything of the last while. */
  public TrafficSnapshot since(Duration back) {
    Instant since = clock.instant().minus(back);
    return new TrafficSnapshot(since, repository.sums(since));
  }

  /** The busiest sources of the last while, the busiest first. */
  public List<PlacedSource> sources(Duration back) {
    return repository.sources(clock.instant().minus(back), SOURCES);
  }
}
