package eu.rempart.ops.site;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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

  private final List<Site> sites;
  private final Executor beside;
  private final Consumer<String> moved;
  private volatile @Nullable String leading;

  /** On which it led; one that leads on an older one was cut off. */
  private long timeline = Long.MIN_VALUE;

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
   * @param beside asks sites at once
   * @param moved told of the first site that leads, and of each other one after it
   */
  Follower(List<Site> sites, Executor beside, Consumer<String> moved) {
    this.sites = List.copyOf(sites);
    this.beside = beside;
    this.moved = moved;
  }

  /** The site that led when it was last known; null before. */
  @Nullable String leading() {
    return leading;
  }

  /** Looks once; to be called by one thread. */
  void look() {
    List<CompletableFuture<Optional<Long>>> asked =
        sites.stream()
            .map(site -> CompletableFuture.supplyAsync(() -> leads(site), beside))
            .toList();
    String now = null;
    long highest = timeline;
    for (int i = 0; i < sites.size(); i++) {
      String name = sites.get(i).name();
      Optional<Long> said = asked.get(i).join();
      if (said.isPresent()
          && (said.get() > highest || (said.get() == highest && name.equals(leading)))) {
        highest = said.get();
        now = name;
      }
    }
    timeline = highest;
    if (now != null && !now.equals(leading)) {
      log.info("the database leads at {} (before: {})", now, leading);
      leading = now;
      moved.accept(now);
    }
  }

  private static Optional<Long> leads(Site site) {
    try {
      return site.leads();
    } catch (IOException silent) {
      return Optional.empty(); // no news: the last one that led still counts
    }
  }
}
