package eu.rempart.tls.sign;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that sign, and a bounded queue in front of them: the budget for handshakes. The
 * threads give way to all that serves those who are in already; as many more, which do not, sign
 * for {@link Rank#FIRST} alone. Safe for use by several threads.
 */
public final class SignerPool implements AutoCloseable {

  /** On a busy processor a thread that gives way so far has a tenth of what another has. */
  private static final int NICENESS = 10;

  private final int budget;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final Condition firstWork = lock.newCondition();
  private final Queue<Runnable> first = new ArrayDeque<>();
  private final Queue<Runnable> usual = new ArrayDeque<>();
  private final Queue<Runnable> last = new ArrayDeque<>();
  private volatile int waiting;
  private boolean closed;

  /**
   * Starts the threads.
   *
   * @param threads as many signatures are made at once, and as many more of the first rank
   * @param budget as many may wait, half of them of the last rank; the first has as many places of
   *     its own, so that nobody else can take them
   */
  public SignerPool(int threads, int budget) {
    if (threads < 1 || budget < 1) {
      throw new IllegalArgumentException(threads + " threads, a budget of " + budget);
    }
    this.budget = budget;
    for (int i = 0; i < threads; i++) {
      start("signer-" + i, this::workOnOthers);
      start("signer-first-" + i, () -> work(firstWork, true));
    }
  }

  private static void start(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).start(work);
  }

  private void workOnOthers() {
    Niceness.raise(NICENESS);
    work(work, false);
  }

  /**
   * Queues a signature; the job must throw nothing.
   *
   * @return false if the budget is spent or the pool closed; the job is not run then
   */
  public boolean offer(Runnable job, Rank rank) {
    lock.lock();
    try {
      if (closed || !hasRoom(rank)) {
        return false;
      }
      queue(rank).add(job);
      count();
      (rank == Rank.FIRST ? firstWork : work).signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom(Rank rank) {
    return switch (rank) {
      case FIRST -> first.size() < budget;
      case USUAL -> usual.size() + last.size() < budget;
      case LAST -> usual.size() + last.size() < budget && last.size() < (budget + 1) / 2;
    };
  }

  private Queue<Runnable> queue(Rank rank) {
    return switch (rank) {
      case FIRST -> first;
      case USUAL -> usual;
      case LAST -> last;
    };
  }

  /**
   * The pool for engines that hand out their tasks whole; it throws {@link
   * RejectedExecutionException} where {@link #offer} says no.
   */
  public Executor executor(Supplier<Rank> rank) {
    return job -> {
      if (!offer(job, rank.get())) {
        throw new RejectedExecutionException("The budget for handshakes is spent");
      }
    };
  }

  /** How full the queue of all but the first rank is, from 0.0 to 1.0. */
  public double load() {
    return Math.min(1.0, waiting / (double) budget);
  }

  private void count() {
    waiting = usual.size() + last.size();
  }

  private void work(Condition more, boolean onlyFirst) {
    for (Runnable job = next(more, onlyFirst); job != null; job = next(more, onlyFirst)) {
      job.run();
    }
  }

  private @Nullable Runnable next(Condition more, boolean onlyFirst) {
    lock.lock();
    try {
      while (!closed) {
        Runnable job = onlyFirst ? first.poll() : poll();
        if (job != null) {
          count();
          return job;
        }
        more.awaitUninterruptibly();
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Runnable poll() {
    Runnable job = usual.poll();
    return job == null ? last.poll() : job;
  }

  /** Ends the threads after what they are at; what waits is dropped. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      first.clear();
      usual.clear();
      last.clear();
      count();
      work.signalAll();
      firstWork.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
