package eu.rempart.exchange.run;

import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works out what comes next on a thread of its own, while the caller deals with what came before:
 * at most {@value #AHEAD} items ahead, so that memory stays bounded. For one caller.
 */
final class Ahead<T> implements AutoCloseable {

  private static final int AHEAD = 2;

  private final LinkedBlockingQueue<Step<T>> ready = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(AHEAD);
  private final Thread thread;
  private volatile boolean closed;

  /** An item, or how it ended; neither is the regular end. */
  private record Step<T>(@Nullable T item, @Nullable Throwable failure) {}

  /**
   * Begins at once.
   *
   * @param next the items in order; empty after the last one
   * @param start runs work on a new thread
   */
  Ahead(Supplier<Optional<T>> next, Function<Runnable, Thread> start) {
    this.thread = start.apply(() -> workOut(next));
  }

  private void workOut(Supplier<Optional<T>> next) {
    try {
      Optional<T> item = Optional.empty();
      do {
        room.acquireUninterruptibly();
        if (closed) {
          return;
        }
        item = next.get();
        ready.add(new Step<>(item.orElse(null), null));
      } while (item.isPresent());
    } catch (RuntimeException | Error e) {
      // thrown where the caller takes it
      ready.add(new Step<>(null, e));
    }
  }

  /**
   * Waits for the next item. After the end, or a failure, there is nothing more to take.
   *
   * @throws RuntimeException what working it out threw
   */
  Optional<T> take() {
    Step<T> step;
    try {
      step = ready.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for rows", e);
    }
    room.release();
    return switch (step.failure()) {
      case null -> Optional.ofNullable(step.item());
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    };
  }

  /** Ends the thread after the item that it is at; what it reads from may be closed after that. */
  @Override
  public void close() {
    closed = true;
    room.release();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
