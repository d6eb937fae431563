package eu.rempart.privacy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An erasure under way, seen from other threads. */
public final class ErasureJob {

  /** How far it is. */
  public enum State {
    RUNNING,
    DONE,
    /** There was no such person any more. */
    GONE,
    /** It broke off. What the database had not done by then as a whole, it took back as a whole. */
    FAILED
  }

  private final int total;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger prepared = new AtomicInteger();
  private volatile State state = State.RUNNING;
  private volatile @Nullable Certificate certificate;

  /**
   * A job that waits for its turn.
   *
   * @param total records of others that are gone through first
   */
  ErasureJob(int total) {
    this.total = total;
  }

  public State state() {
    return state;
  }

  /** Records of others that are gone through before anything goes. */
  public int total() {
    return total;
  }

  /** How many of these were gone through. */
  public int prepared() {
    return prepared.get();
  }

  /** What went, once it is done. */
  public Optional<Certificate> certificate() {
    return Optional.ofNullable(certificate);
  }

  /** Waits until it has ended. */
  public void await() throws InterruptedException {
    over.await();
  }

  /**
   * Calls the listener whenever there is news, each time on a thread of its own that acts for
   * nobody.
   *
   * @return stops it
   */
  public Runnable onNews(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** By the thread that works, once a record of others was gone through. */
  void step() {
    int now = prepared.incrementAndGet();
    // a bar has no more than so many places
    if (now == total || now % Math.max(1, total / 100) == 0) {
      tell();
    }
  }

  void end(State end, @Nullable Certificate what) {
    certificate = what;
    state = end;
    over.countDown();
    tell();
  }

  private void tell() {
    listeners.forEach(Thread::startVirtualThread);
  }

  @Override
  public String toString() {
    return "ErasureJob[" + state + "]";
  }
}
