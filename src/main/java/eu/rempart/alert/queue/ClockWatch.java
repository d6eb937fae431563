package eu.rempart.alert.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Sees to it that a clock that is set back stops no alarm: a machine may start by a wrong one that
 * is put right while it runs. Until the clock was there again the scheduler would wait, and so
 * would all that is due. Thread safe.
 */
final class ClockWatch {

  private static final Logger log = LoggerFactory.getLogger(ClockWatch.class);

  /** Whatever a clock loses by being put right a little is no matter. */
  private static final Duration LITTLE = Duration.ofSeconds(20);

  /** Nothing is due later than this: what fails is tried again within five minutes. */
  static final Duration LATEST = Duration.ofMinutes(10);

  private final Runnable restart;
  private final ClockQueries queries;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private Instant last;
  private long lastNanos;

  /**
   * A watch over this machine's clock.
   *
   * @param restart has the scheduler begin anew
   * @param nanos as {@link System#nanoTime}
   */
  ClockWatch(Runnable restart, ClockQueries queries, InstantSource clock, LongSupplier nanos) {
    this.restart = restart;
    this.queries = queries;
    this.clock = clock;
    this.nanos = nanos;
    this.last = clock.instant();
    this.lastNanos = nanos.getAsLong();
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  synchronized void look() {
    Instant now = clock.instant();
    long nowNanos = nanos.getAsLong();
    Duration back = Duration.between(now, last.plusNanos(nowNanos - lastNanos));
    last = now;
    lastNanos = nowNanos;
    if (back.compareTo(LITTLE) > 0) {
      log.warn("The clock was set back by {} s; alerts go on by it.", back.toSeconds());
      restart.run();
    }
    try {
      queries.hasten(now.plus(LATEST), now);
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; it is tried again in ten seconds
      log.warn("nobody can say what is due too late: {}", e.getClass().getName());
    }
  }
}
