package eu.rempart.edge.traffic;

import eu.rempart.edge.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Recorded traffic of all nodes, for the room itself. Asks for no right; people come through {@link
 * TrafficService}.
 */
public final class TrafficArchive {

  private static final int SOURCES = 20_000;

  /** What is recorded is added up over so many seconds. */
  public static final int STEP_SECONDS = 300;

  private final TrafficRepository repository;
  private final PeakQueries peaks;
  private final TrafficHistory history;
  private final InstantSource clock;

  TrafficArchive(
      TrafficRepository repository,
      PeakQueries peaks,
      TrafficHistory history,
      InstantSource clock) {
    this.repository = repository;
    this.peaks = peaks;
    this.history = history;
    this.clock = clock;
  }

  /** Everything of the last while; of this node also what is not written yet. */
  public TrafficSnapshot since(Duration back) {
    Instant since = clock.instant().minus(back);
    List<Count> all = new ArrayList<>(repository.sums(since));
    all.addAll(history.unwritten(since));
    return new TrafficSnapshot(since, all);
  }

  /** The busiest sources of the last while, the busiest first. */
  public List<PlacedSource> sources(Duration back) {
    return repository.sources(clock.instant().minus(back), SOURCES);
  }

  /**
   * The busiest networks around sources (/24, /48). Their peaks are those of their sources, added
   * up: what they had at the same moment may have been less.
   */
  public List<PlacedSource> networks(Duration back) {
    return peaks.networks(since(clock, back), SOURCES);
  }

  /** Which sources sent more requests than that in some {@value #STEP_SECONDS} seconds. */
  public Set<String> asked(Duration back, long more) {
    return Set.copyOf(peaks.asked(since(clock, back), more));
  }

  /** Which places had more handshakes than that in some {@value #STEP_SECONDS} seconds. */
  public Set<Place> hurried(Duration back, long more) {
    return Set.copyOf(peaks.hurried(since(clock, back), more));
  }

  /**
   * Which places had more connections at once than that, by the peaks of their busiest sources
   * added up over {@value #STEP_SECONDS} seconds.
   */
  public Set<Place> crowded(Duration back, long more) {
    return Set.copyOf(peaks.crowded(since(clock, back), more));
  }

  private static OffsetDateTime since(InstantSource clock, Duration back) {
    return clock.instant().minus(back).atOffset(ZoneOffset.UTC);
  }
}
