package eu.rempart.ops.site;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows at which site the database leads: asks the Patroni of both twice a second, at once. Where
 * both say that they lead, as one that was cut off may for some seconds, the higher timeline is
 * right, also when only the other answers later. Where neither does, the last one that did still
 * counts.
 */
final class Follower {

  private static final Logger log = LoggerFactory.getLogger(Follower.class);

  private final Supplier<List<? extends Site>> asked;
  private final Executor beside;
  private final Moves moves;
  private final LongSupplier nanos;
  private volatile @Nullable Sighting latest;
  private volatile boolean silent;

  /** A site that can be asked. */
  interface Site {

    String name();

    /**
     * The timeline on which its database leads; empty where it does not.
     *
     * @throws IOException if it does not answer in time
     */
    Optional<Long> leads() throws IOException;
  }

  /**
   * That a site was seen to lead.
   *
   * @param nanos when it was last, by a clock that only goes forward
   */
  record Sighting(String site, long timeline, long nanos) {}

  /** Told of the first that leads, and of each other site or timeline after it. */
  interface Moves {

    /**
     * @param before the last that led; null if nobody was known to
     */
    void moved(@Nullable Sighting before, Sighting now);
  }

  /**
   * @param asked who is asked at the next look
   * @param beside asks them at once
   * @param nanos a clock that only goes forward
   */
  Follower(Supplier<List<? extends Site>> asked, Executor beside, Moves moves, LongSupplier nanos) {
    this.asked = asked;
    this.beside = beside;
    this.moves = moves;
    this.nanos = nanos;
  }

  /** The last that led, as far as it is known; null before anybody was seen to. */
  @Nullable Sighting latest() {
    return latest;
  }

  /** Whether one led at the last look. */
  boolean isLed() {
    return latest != null && !silent;
  }

  /** Looks once; to be called by one thread. */
  void look() {
    List<? extends Site> sites = asked.get();
    List<CompletableFuture<Optional<Long>>> answers =
        sites.stream()
            .map(site -> CompletableFuture.supplyAsync(() -> leads(site), beside))
            .toList();
    Sighting before = latest;
    Sighting now = null;
    for (int i = 0; i < sites.size(); i++) {
      Sighting seen = sighting(sites.get(i).name(), answers.get(i).join());
      if (seen != null && (now == null || seen.timeline() > now.timeline())) {
        now = seen;
      }
    }
    // one that leads on an older timeline was cut off, while the right one was too slow to answer
    silent = now == null || (before != null && now.timeline() < before.timeline());
    if (now == null || silent) {
      return;
    }
    latest = now;
    if (before == null
        || !now.site().equals(before.site())
        || now.timeline() != before.timeline()) {
      log.info(
          "the database leads at {} on timeline {}, before that at {}",
          now.site(),
          now.timeline(),
          before == null ? "no known site" : before.site());
      moves.moved(before, now);
    }
  }

  private @Nullable Sighting sighting(String site, Optional<Long> timeline) {
    return timeline.map(on -> new Sighting(site, on, nanos.getAsLong())).orElse(null);
  }

  private static Optional<Long> leads(Site site) {
    try {
      return site.leads();
    } catch (IOException silent) {
      return Optional.empty(); // no news: the last one that led still counts
    }
  }
}
