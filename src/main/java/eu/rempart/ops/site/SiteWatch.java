package eu.rempart.ops.site;

import eu.rempart.db.DatabaseMoves;
import eu.rempart.ops.site.Follower.Sighting;
import eu.rempart.ops.site.SiteEngines.Engines;
import eu.rempart.ops.site.SiteEngines.SiteEngine;
import eu.rempart.ops.site.SiteEngines.WitnessEngine;
import eu.rempart.ops.site.SiteMonitor.Place;
import eu.rempart.ops.site.SiteState.Witness;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the database as long as the application runs: asks twice a second who leads, and every
 * two seconds how everything is. Two threads, since the second may wait for a database that hangs.
 */
final class SiteWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SiteWatch.class);
  private static final Duration FOLLOW = Duration.ofMillis(500);
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** An answer that is waited for takes less; a database that hangs takes longer. */
  private static final Duration END = Duration.ofSeconds(5);

  private final SiteEngines files;
  private final DatabaseMoves database;
  private final ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor();
  private final Follower follower;
  private final SiteMonitor monitor;
  private final List<Thread> threads = new ArrayList<>();
  private volatile Engines engines;
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Whether the files were of no use at the last look; of the thread that follows. */
  private boolean unusable;

  /**
   * Asks nobody yet.
   *
   * @throws IOException if the files of this machine can't be used
   */
  SiteWatch(SiteFolder folder, DatabaseMoves database, SiteRecords records, SiteBoard board)
      throws IOException {
    this.files = new SiteEngines(folder);
    this.engines = files.now();
    this.database = database;
    this.follower = new Follower(() -> engines.sites(), beside, this::moved, System::nanoTime);
    this.monitor =
        new SiteMonitor(
            () -> follower.isLed() ? follower.latest() : null,
            records,
            board,
            InstantSource.system(),
            System::nanoTime);
    board.switchedBy(this::switchTo);
  }

  void start() {
    begin("site-follower", FOLLOW, this::follow);
    begin("site-monitor", LOOK, this::look);
  }

  private void begin(String name, Duration pause, Runnable turn) {
    threads.add(
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .start(
                () -> {
                  while (stopping.getCount() > 0) {
                    try {
                      turn.run();
                    } catch (RuntimeException e) {
                      log.error("{} goes on after an error", name, e);
                    }
                    pause(pause);
                  }
                }));
  }

  private void pause(Duration pause) {
    try {
      var _ = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping.countDown();
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    try {
      engines = files.now();
      unusable = false;
    } catch (IOException e) {
      if (!unusable) {
        log.warn("the files of this site can't be used, the former stay: {}", e.toString());
      }
      unusable = true;
    }
    follower.look();
  }

  private void moved(@Nullable Sighting before, Sighting now) {
    boolean here = now.site().equals(engines.self());
    if (before == null) {
      database.found(server(now), here);
    } else if (!before.site().equals(now.site())) {
      database.moved(server(now), here);
    }
    monitor.moved(before, now);
  }

  /** Its PostgreSQL, as the address of the database names it. */
  private String server(Sighting now) {
    return engines.sites().stream()
        .filter(site -> site.name().equals(now.site()))
        .map(site -> site.machine().database())
        .findFirst()
        .orElse(""); // its file was changed meanwhile: the order stays
  }

  private void look() {
    Engines present = engines;
    List<Place> places =
        present.sites().stream()
            .map(site -> new Place(site, site.machine().country(), site.machine().page()))
            .toList();
    WitnessEngine witness = present.witness();
    monitor.look(
        present.self(),
        places,
        witness == null
            ? null
            : new Witness(witness.machine().name(), witness.machine().country(), witness.task()));
  }

  /** Origins of the pages of sites that this is not. */
  List<String> otherPages() {
    Engines present = engines;
    return present.sites().stream()
        .filter(site -> !site.name().equals(present.self()))
        .flatMap(site -> origin(site.machine().page()).stream())
        .toList();
  }

  /** Empty for what is none: it goes into a policy. */
  static Optional<String> origin(String page) {
    try {
      URI address = new URI(page);
      return "https".equals(address.getScheme()) && address.getHost() != null
          ? Optional.of(
              "https://"
                  + address.getHost()
                  + (address.getPort() < 0 ? "" : ":" + address.getPort()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private void switchTo(String from, String to) throws IOException {
    for (SiteEngine site : engines.sites()) {
      if (site.name().equals(from)) {
        site.switchTo(to);
        return;
      }
    }
    throw new IOException("%s is no site of this installation".formatted(from));
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      // else one would read the files anew, for clients that nobody closes
      for (Thread thread : threads) {
        if (!thread.join(END)) {
          log.warn("{} does not end", thread.getName());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    beside.shutdownNow();
    files.close();
  }
}
