package eu.rempart.ops.backup;

import eu.rempart.ops.backup.program.RunControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far one run is: writes it down, hears whether somebody cancels it, and ends a backup that
 * hardly moves, since others wait for it.
 */
final class RunProgress implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RunProgress.class);

  /** How often people see how far it is. */
  private static final Duration TOLD = Duration.ofMillis(700);

  /** In which a backup has to get on by {@link #LEAST}; so the longest takes four days. */
  private static final Duration HOUR = Duration.ofHours(1);

  private static final double LEAST = 0.01;

  private final BackupRun run;
  private final RunRepository runs;
  private final BackupBoard board;
  private final InstantSource clock;
  private final RunControl control = new RunControl(this::reached);
  private final Thread thread;
  private volatile double part;
  private volatile boolean over;
  private volatile boolean stuck;

  /** Begins to tell. */
  RunProgress(BackupRun run, RunRepository runs, BackupBoard board, InstantSource clock) {
    this.run = run;
    this.runs = runs;
    this.board = board;
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

  private void reached(double now) {
    part = Math.clamp(now, 0, 1);
  }

  private void tell() {
    double told = -1;
    double then = 0;
    Instant since = clock.instant();
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
      } catch (RuntimeException e) {
        log.warn("how far a backup is can't be written", e);
      }
    }
  }

  @Override
  public void close() {
    over = true;
    thread.interrupt();
    board.news();
  }
}
