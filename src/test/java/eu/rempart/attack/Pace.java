package eu.rempart.attack;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Attackers that go about it at their own pace, until something comes of it. */
final class Pace implements AutoCloseable {

  private static final int THREADS = 12;
  private static final int LONGEST_SECONDS = 120;

  private final ScheduledExecutorService executor =
      java.util.concurrent.Executors.newScheduledThreadPool(
          THREADS, Thread.ofPlatform().daemon().factory());

  /** One step of an attack; true once there is nothing more to do. */
  interface Act {
    boolean isOver() throws Exception;

    /** What an attacker does, whether anything comes of it or not. */
    interface Deed {
      void run() throws Exception;
    }
  }

  /**
   * Takes a step at a time, with pauses, until it is over.
   *
   * @param what names it where it does not come to an end
   */
  CompletableFuture<Void> go(String what, Duration pause, Act act) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    var steps =
        executor.scheduleWithFixedDelay(
            () -> {
              try {
                if (act.isOver()) {
                  done.complete(null);
                }
              } catch (Exception | AssertionError e) {
                done.completeExceptionally(e);
              }
            },
            0,
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
    var unused =
        executor.schedule(
            () -> done.completeExceptionally(new TimeoutException(what)),
            LONGEST_SECONDS,
            TimeUnit.SECONDS);
    return done.whenComplete((nothing, failure) -> steps.cancel(false));
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
