package eu.rempart.ops.backup;

import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one run is: writes it down, hears whether somebody cancels it, and ends a backup that
 * hardly moves, or that keeps the log of the database from going out, since others wait for it.
 */
final class RunProgress implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RunProgress.class);

  /** How often people see how far it is. */
  private static final Duration TOLD = Duration.ofMillis(700);

  /** In which a backup has to get on by {@link #LEAST}; so the longest takes four days. */
  private static final Duration HOUR = Duration.ofHours(1);

  private static final double LEAST = 0.01;

  /** In bytes, what a check has to move in an hour: it does not say how far it is. */
  private static final long LEAST_MOVED = 36_000_000;

  /** How often it is asked whether this has to give way. */
  private static final Duration ASKED = Duration.ofSeconds(30);

  private final BackupRun run;
  private final RunRepository runs;
  private final BackupBoard board;
  private final Claim claim;
  private final InstantSource clock;
  private final RunControl control = new RunControl(this::reached);
  private final Thread thread;
  private volatile double part;
  private volatile boolean over;
  private volatile boolean stuck;
  private volatile boolean gaveWay;
  private RunControl.@Nullable Moved watched;
  private Instant watchedSince = Instant.MAX;

  /** Of something that can't wait until a run has ended by itself. */
  interface Claim {

    /** Whether the run has to end now. */
    boolean isMade() throws IOException;
  }

  /** Begins to tell. */
  RunProgress(
      BackupRun run, RunRepository runs, BackupBoard board, Claim claim, InstantSource clock) {
    this.run = run;
    this.runs = runs;
    this.board = board;
    this.claim = claim;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("backup-progress").unstarted(this::tell);
  }

  void start() {
    thread.start();
  }

  /** By which its programs are ended. */
  RunControl control() {
    return control;
  }

  /** Whether it was ended for hardly moving. */
  boolean isStuck() {
    return stuck;
  }

  /** Whether it was ended so that something else can be done; it is tried again. */
  boolean hasGivenWay() {
    return gaveWay;
  }

  private void reached(double now) {
    part = Math.clamp(now, 0, 1);
  }

  private void tell() {
    double told = -1;
    double then = 0;
    Instant since = clock.instant();
    Instant asked = since;
    while (!over) {
      try {
        Thread.sleep(TOLD);
        double now = part;
        if (!over && runs.reached(run.id(), now)) {
          control.cancel();
        }
        if (now != told) {
          told = now;
          board.news();
        }
        watch();
        if (!clock.instant().isBefore(asked.plus(ASKED))) {
          asked = clock.instant();
          if (claim.isMade()) {
            gaveWay = true;
            control.cancel();
          }
        }
        if (!clock.instant().isBefore(since.plus(HOUR))) {
          // what was made is done; freeing room says nothing for hours
          if (run.act() == Act.MAKE && now < 1 && now < then + LEAST) {
            stuck = true;
            control.cancel();
          }
          then = now;
          since = clock.instant();
        }
      } catch (InterruptedException e) {
        return;
      } catch (IOException | RuntimeException e) {
        log.warn("how far a backup is can't be written", e);
      }
    }
  }

  /** Ends a check whose program reads hardly anything: a destination may send a byte a second. */
  private void watch() {
    if (run.act() == Act.MAKE) {
      return;
    }
    RunControl.Moved now = control.moved().orElse(null);
    RunControl.Moved then = watched;
    if (now == null || then == null || now.step() != then.step()) {
      watched = now;
      watchedSince = clock.instant();
    } else if (!clock.instant().isBefore(watchedSince.plus(HOUR))) {
      if (now.bytes() - then.bytes() < LEAST_MOVED) {
        stuck = true;
        control.cancel();
      }
      watched = now;
      watchedSince = clock.instant();
    }
  }

  @Override
  public void close() {
    over = true;
    thread.interrupt();
    board.news();
  }
}
