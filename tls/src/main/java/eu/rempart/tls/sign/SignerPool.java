package eu.rempart.tls.sign;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that sign, and a bounded queue in front of them: the budget for handshakes. Who is
 * slowed waits in a queue of its own, behind everybody else's. Safe for use by several threads.
 */
public final class SignerPool implements AutoCloseable {
  private final int budget;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Queue<Runnable> first = new ArrayDeque<>();
  private final Queue<Runnable> last = new ArrayDeque<>();
  private final Thread[] threads;
  private volatile int waiting;
  private boolean closed;

  /**
   * Starts the threads.
   *
   * @param threads as many signatures are made at once
   * @param budget as many may wait, half of them of those who are slowed
   */
  public SignerPool(int threads, int budget) {
    if (threads < 1 || budget < 1) {
      throw new IllegalArgumentException(threads + " threads, a budget of " + budget);
    }
    this.budget = budget;
    this.threads = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      this.threads[i] = Thread.ofPlatform().daemon().name("signer-" + i).start(this::run);
    }
  }

  /**
   * Queues a signature; the job must throw nothing.
   *
   * @param slowed whether it comes after everybody else's
   * @return false if the budget is spent or the pool closed; the job is not run then
   */
  public boolean offer(Runnable job, boolean slowed) {
    lock.lock();
    try {
      int all = first.size() + last.size();
      if (closed || all >= budget || (slowed && last.size() >= (budget + 1) / 2)) {
        return false;
      }
      (slowed ? last : first).add(job);
      waiting = all + 1;
      work.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The pool for engines that hand out their tasks whole; it throws {@link
   * RejectedExecutionException} where {@link #offer} says no.
   */
  public Executor executor(BooleanSupplier slowed) {
    return job -> {
      if (!offer(job, slowed.getAsBoolean())) {
        throw new RejectedExecutionException("The budget for handshakes is spent");
      }
    };
  }

  /** How full the queue is, from 0.0 to 1.0. */
  public double load() {
    return Math.min(1.0, waiting / (double) budget);
  }

  private void run() {
    for (Runnable job = next(); job != null; job = next()) {
      job.run();
    }
  }

  private @Nullable Runnable next() {
    lock.lock();
    try {
      while (!closed) {
        Runnable job = first.isEmpty() ? last.poll() : first.poll();
        if (job != null) {
          waiting = first.size() + last.size();
          return job;
        }
        work.awaitUninterruptibly();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the threads after what they are at; what waits is dropped. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      first.clear();
      last.clear();
      waiting = 0;
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
