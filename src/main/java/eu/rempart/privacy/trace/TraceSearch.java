package eu.rempart.privacy.trace;

import eu.rempart.history.RecordRef;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A search through the records of others under way, seen from other threads. */
public final class TraceSearch {

  private final Map<RecordRef, PersonTrace> found = new ConcurrentHashMap<>();
  private final AtomicInteger looked = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile int total;
  private volatile boolean cancelled;
  private volatile boolean failed;
  private volatile boolean indexed = true;

  TraceSearch() {}

  /** Records that are looked at; 0 while they are being counted. */
  public int total() {
    return total;
  }

  public int looked() {
    return looked.get();
  }

  /** Between 0 and 1. */
  public double progress() {
    return ended() ? 1 : total == 0 ? 0 : Math.min(1, (double) looked.get() / total);
  }

  public boolean ended() {
    return over.getCount() == 0;
  }

  /** Whether it broke off; what it found up to then is not all. */
  public boolean failed() {
    return failed;
  }

  /** Whether the index took part: while it is being built, live texts elsewhere are not found. */
  public boolean indexed() {
    return indexed;
  }

  /** Whether it found all that there is: nobody can look any more once the person is gone. */
  public boolean isWhole() {
    return ended() && !failed && !cancelled && indexed;
  }

  /** Asks it to stop, where it has not ended yet. */
  public void cancel() {
    cancelled |= !ended();
  }

  /** What was found up to now, in an order that stays. */
  public List<PersonTrace> traces() {
    return found.values().stream()
        .sorted(
            Comparator.comparing(PersonTrace::tie)
                .thenComparing(trace -> trace.record().kind())
                .thenComparing(PersonTrace::name)
                .thenComparing(trace -> trace.record().id()))
        .toList();
  }

  /** Waits for its end; false where it did not come in that time. */
  public boolean await(Duration patience) {
    try {
      return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Calls the listener whenever there is news, on a thread of its own that acts for nobody. */
  public Runnable onNews(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Whether it was asked to stop; what it found up to then is not all. */
  public boolean isCancelled() {
    return cancelled;
  }

  void counted(int records) {
    total = records;
  }

  void withoutIndex() {
    indexed = false;
  }

  void looked(int records, List<PersonTrace> traces) {
    traces.forEach(trace -> found.put(trace.record(), trace));
    looked.addAndGet(records);
    tell();
  }

  void end(boolean brokeOff) {
    failed = brokeOff;
    over.countDown();
    tell();
  }

  private void tell() {
    listeners.forEach(Thread::startVirtualThread);
  }
}
