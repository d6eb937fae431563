package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.measure.Levels;
import eu.rempart.watch.measure.Measurement;
import eu.rempart.watch.measure.RemoteMeter;
import eu.rempart.watch.node.NodeIdentity;
import eu.rempart.watch.node.NodeTurns;
import eu.rempart.watch.node.Nodes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Measures for the zone that is this server, and for the one that is this node. What is due at home
 * is taken from the database, so that of several nodes one measures it; a crash in between loses
 * that one measurement. Levels of its machine each node measures by itself.
 */
class HomeZone implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HomeZone.class);

  /** So many measurements run at the same time. */
  private static final int AT_ONCE = 16;

  private final CheckRepository checks;
  private final StateRepository states;
  private final Recorder recorder;
  private final RemoteMeter remote;
  private final Levels levels;
  private final Nodes nodes;
  private final NodeIdentity node;
  private final NodeTurns turns = new NodeTurns();
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("watch-", 0).factory());

  HomeZone(
      CheckRepository checks,
      StateRepository states,
      Recorder recorder,
      RemoteMeter remote,
      Levels levels,
      Nodes nodes,
      NodeIdentity node,
      InstantSource clock) {
    this.checks = checks;
    this.states = states;
    this.recorder = recorder;
    this.remote = remote;
    this.levels = levels;
    this.nodes = nodes;
    this.node = node;
    this.clock = clock;
  }

  /** This node is there, whether anything is due or not. */
  @Scheduled(initialDelay = 3, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
  void tellThatWeAreThere() {
    try {
      var _ = nodes.heard(node, now());
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; it is told again in a minute
      log.warn("nobody hears that this node is there: {}", e.getClass().getName());
    }
  }

  /** Begins what is due, as far as there is room; the scheduler's thread does not wait for it. */
  @Scheduled(initialDelay = 5, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
  void begin() {
    try {
      take().forEach(check -> threads.execute(() -> measureAndLeave(check)));
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; it is tried again in two seconds
      log.warn("nothing is measured at the moment: {}", e.getClass().getName());
    }
  }

  private List<Check> take() {
    int free = room.drainPermits();
    List<Check> due = List.of();
    try {
      due = free == 0 ? List.of() : due(free);
      return due;
    } finally {
      room.release(free - due.size());
    }
  }

  /** Levels of the machine first: they take no time, and nobody else measures them. */
  private List<Check> due(int most) {
    Instant now = now();
    List<Check> own = turns.take(checks.ofEachNode(), now, most);
    List<Check> home = own.size() == most ? List.of() : checks.takeDue(now, most - own.size());
    return Stream.concat(own.stream(), home.stream()).toList();
  }

  private void measureAndLeave(Check check) {
    try {
      measure(check);
    } catch (RuntimeException e) {
      log.warn("a result of check {} is lost: {}", check.id(), e.getClass().getName());
    } finally {
      room.release();
    }
  }

  /** One measurement, on the caller's thread. */
  void measure(Check check) {
    Instant at = now();
    Zone zone = check.byNode() ? nodes.heard(node, at) : Zone.HOME;
    Failure before = states.failureIn(zone, check.id());
    Measurement found = measure(check, before);
    recorder.take(found.of(check.id(), zone, at));
  }

  private Measurement measure(Check check, @Nullable Failure before) {
    Level level = check.target().level();
    return level == null
        ? remote.measure(check, before)
        : levels.measure(level, check.band(), before);
  }

  /** What is due, on the caller's thread, one after the other. */
  int round() {
    List<Check> due = due(AT_ONCE);
    due.forEach(this::measure);
    return due.size();
  }

  /** As exactly as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
