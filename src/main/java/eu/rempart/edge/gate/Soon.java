package eu.rempart.edge.gate;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something soon, on a thread of its own, once for all who asked since it was begun the last
 * time: a hundred bans within a second are no reason to read all rules a hundred times. Thread
 * safe.
 */
final class Soon {

  private final Runnable work;
  private final AtomicBoolean asked = new AtomicBoolean();

  /** One thread, which ends when nobody asks. */
  private final Executor thread =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("edge-rules").factory());

  Soon(Runnable work) {
    this.work = work;
  }

  /** What was changed before this call will have been seen by the work that follows it. */
  void ask() {
    if (asked.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            asked.set(false);
            work.run();
          });
    }
  }
}
