package eu.rempart.ops.site.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts programs and starts each again that ends, after a pause that doubles while it ends at
 * once. Programs that a killed supervisor left behind are taken over as they run. Their logs get a
 * bound in bytes.
 */
public final class Supervisor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

  private static final Duration LOG_PAUSE = Duration.ofSeconds(1);

  private final List<Engine> engines;
  private final Pauses pauses;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Map<Engine, ProcessHandle> running = new ConcurrentHashMap<>();
  private final List<Thread> watchers = new ArrayList<>();
  private volatile boolean closing;

  /**
   * How long to wait before the next start.
   *
   * @param first after a program that ran for long
   * @param longest the pause stops growing there
   * @param steady who ran for so long counts as started
   */
  public record Pauses(Duration first, Duration longest, Duration steady) {

    public static final Pauses USUAL =
        new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** The pause after one that was followed by a program which ran for this long. */
    Duration after(Duration former, Duration ran) {
      if (ran.compareTo(steady) >= 0) {
        return first;
      }
      Duration doubled = former.multipliedBy(2);
      return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
  }

  /**
   * Starts nothing yet.
   *
   * @param engines in the order in which they start; they end in the other
   */
  public Supervisor(List<Engine> engines, Pauses pauses) {
    this.engines = List.copyOf(engines);
    this.pauses = pauses;
  }

  /** Starts all. */
  public void start() {
    for (Engine engine : engines) {
      watchers.add(Thread.ofVirtual().name("engine-" + engine.name()).start(() -> keep(engine)));
    }
    watchers.add(Thread.ofVirtual().name("engine-logs").start(this::boundLogs));
  }

  /** systemd's journal has a bound of its own; here nobody else sees to it. */
  private void boundLogs() {
    Map<Engine, BoundedLog> logs = new HashMap<>();
    engines.forEach(engine -> logs.put(engine, new BoundedLog(engine.log())));
    while (!paused(LOG_PAUSE)) {
      logs.forEach(Supervisor::bound);
    }
  }

  private static void bound(Engine engine, BoundedLog file) {
    try {
      file.keep();
    } catch (IOException e) {
      log.warn("the log of {} was too long, and its end could not be kept", engine.name(), e);
    }
  }

  private void keep(Engine engine) {
    Duration pause = pauses.first();
    while (ending.getCount() > 0) {
      long begun = System.nanoTime();
      try {
        ProcessHandle process = engine.start();
        running.put(engine, process);
        if (closing) {
          end(engine, process); // it was started while all others were ended
        }
        log.info("{} runs as process {}", engine.name(), process.pid());
        process.onExit().get();
        running.remove(engine);
        if (ending.getCount() > 0) {
          log.warn(
              "{} ended, and is started again in {} s; {} ends with: {}",
              engine.name(),
              pause.toSeconds(),
              engine.log(),
              engine.lastWords().orElse("nothing"));
        }
      } catch (IOException | ExecutionException e) {
        log.error("{} can't be started; see {}", engine.name(), engine.log(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      if (paused(pause)) {
        return;
      }
      pause = pauses.after(pause, Duration.ofNanos(System.nanoTime() - begun).minus(pause));
    }
  }

  /** Waits; true if all shall end. */
  private boolean paused(Duration pause) {
    try {
      return ending.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** The process of a program now; empty between two. */
  public Optional<ProcessHandle> process(String name) {
    return running.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Starts nothing any more, and leaves all as it runs. */
  public void letGo() {
    ending.countDown();
  }

  /**
   * Ends all in order, the last that was started first, and those that don't end in time anyway.
   */
  @Override
  public void close() {
    closing = true;
    ending.countDown();
    for (Engine engine : engines.reversed()) {
      ProcessHandle process = running.get(engine);
      if (process != null) {
        end(engine, process);
      }
      try {
        Files.deleteIfExists(engine.pid());
      } catch (IOException e) {
        log.warn("{} can't be removed", engine.pid(), e);
      }
    }
  }

  private static void end(Engine engine, ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(engine.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.warn("{} does not end within {}; it is killed", engine.name(), engine.patience());
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
