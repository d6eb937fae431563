package eu.rempart.db.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Interrupts the thread that waits for a PostgreSQL to start, once that PostgreSQL has ended, for
 * instance over a damaged log. The library itself would go on asking until its patience is over.
 */
final class StartWatch implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(300);

  /** In which its first file is there. */
  private static final Duration FIRST = Duration.ofMinutes(1);

  private final Path running;
  private final Thread waiting = Thread.currentThread();
  private final Thread thread = Thread.ofVirtual().name("start-watch").unstarted(this::look);
  private boolean over;
  private volatile boolean ended;

  private StartWatch(Path data) {
    this.running = data.resolve("postmaster.pid");
  }

  /** Watches the start that this thread is about to wait for. */
  static StartWatch of(Path data) {
    StartWatch watch = new StartWatch(data);
    watch.thread.start();
    return watch;
  }

  private void look() {
    boolean seen = false;
    long begun = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(LOOK);
        boolean there = Files.exists(running);
        boolean late = System.nanoTime() - begun > FIRST.toNanos();
        if (!there && (seen || late)) {
          interrupt();
          return;
        }
        seen |= there;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is over
    }
  }

  /** Never once it is over: the thread does something else by then. */
  private synchronized void interrupt() {
    if (!over) {
      ended = true;
      waiting.interrupt();
    }
  }

  /** Whether it ended instead of starting. */
  boolean isEnded() {
    return ended;
  }

  @Override
  public void close() {
    synchronized (this) {
      over = true;
    }
    thread.interrupt();
    if (ended) {
      var _ = Thread.interrupted(); // that was ours
    }
  }
}
