package eu.rempart.privacy;

import eu.rempart.account.acting.WorkApart;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Where erasures run, apart from whoever began them, one after the other: they would wait for each
 * other in the database. A server that stops waits for them for a while: what comes after the
 * database is done, such as the line for restored backups, should not be missing.
 */
@Component
class ErasureThreads implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ErasureThreads.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

  private volatile boolean running;
  private final Semaphore turn = new Semaphore(1, true);
  private final WorkApart apart;

  ErasureThreads(WorkApart apart) {
    this.apart = apart;
  }

  /** Runs the work when its turn has come, for whoever is signed in here, with a key of its own. */
  void start(Runnable work) {
    apart.start(
        "erasure",
        _ -> {
          turn.acquireUninterruptibly();
          try {
            work.run();
          } finally {
            turn.release();
          }
        });
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    try {
      if (turn.tryAcquire(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        turn.release();
      } else {
        log.warn("an erasure goes on, and the database will take it back when the process ends");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stopped after the web server, from which erasures come. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }
}
