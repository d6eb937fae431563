package eu.rempart.bulk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A bulk change under way, seen from other threads. */
public final class BulkJob {

  private static final long NEWS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final UUID id;
  private final int total;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile BulkState state = BulkState.RUNNING;
  private volatile boolean cancelled;
  private volatile boolean refused;
  private volatile boolean outdated;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger changed = new AtomicInteger();
  private volatile List<UUID> ids = List.of();
  private volatile @Nullable UndoneBulk undone;
  private long told = System.nanoTime();

  BulkJob(UUID id, int total) {
    this.id = id;
    this.total = total;
  }

  public UUID id() {
    return id;
  }

  public BulkState state() {
    return state;
  }

  /** Records that it changed so far; nobody sees them before it is done. */
  public int changed() {
    return changed.get();
  }

  /** Records that it looked at so far. */
  public int done() {
    return done.get();
  }

  /** Between 0 and 1. */
  public double progress() {
    return state != BulkState.RUNNING
        ? 1
        : total == 0 ? 0 : Math.min(1, (double) done.get() / total);
  }

  /** The records of a change that is done. */
  public List<UUID> ids() {
    return ids;
  }

  /**
   * What an undoing came to; empty before it is done, where there was nothing to undo, and else.
   */
  public Optional<UndoneBulk> undone() {
    return Optional.ofNullable(undone);
  }

  /** Whether it broke off at a record that the member may not change. */
  public boolean refused() {
    return refused;
  }

  /** Whether it was for all that a list finds by a field that there is no longer. */
  public boolean outdated() {
    return outdated;
  }

  /** Asks it to stop; it does so within some hundred records, and changes nothing. */
  public void cancel() {
    cancelled = true;
  }

  /** Waits until it has ended. */
  public void await() throws InterruptedException {
    ended.await();
  }

  /**
   * Calls the listener a few times a second and at the end, each time on a thread of its own that
   * acts for nobody.
   *
   * @return stops it
   */
  public Runnable onNews(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  boolean isCancelled() {
    return cancelled;
  }

  void keep(List<UUID> changedIds) {
    ids = changedIds;
  }

  void refuse() {
    refused = true;
  }

  void outdate() {
    outdated = true;
  }

  void keep(UndoneBulk answer) {
    undone = answer;
  }

  /** By the thread that works. */
  void progressed(int looked, int more) {
    done.addAndGet(looked);
    changed.addAndGet(more);
    if (System.nanoTime() - told > NEWS_NANOS) {
      tell();
    }
  }

  void end(BulkState endState) {
    state = endState;
    ended.countDown();
    tell();
  }

  private void tell() {
    told = System.nanoTime();
    listeners.forEach(Thread::startVirtualThread);
  }

  @Override
  public String toString() {
    return "BulkJob[" + id + ", " + state + "]";
  }
}
