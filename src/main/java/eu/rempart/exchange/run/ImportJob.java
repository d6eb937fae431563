package eu.rempart.exchange.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A preview or an import under way, seen from other threads. */
public final class ImportJob {

  private static final int SHOWN_PER_OUTCOME = 100;

  private final UUID id;
  private final long bytes;
  private final Tally tally = new Tally();
  private final List<RowResult> shown = new ArrayList<>();
  private final Map<Outcome, Integer> perOutcome = new EnumMap<>(Outcome.class);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile ImportState state = ImportState.RUNNING;
  private volatile @Nullable String errorCode;
  private volatile boolean cancelled;

  ImportJob(UUID id, long bytes) {
    this.id = id;
    this.bytes = bytes;
  }

  public UUID id() {
    return id;
  }

  public ImportState state() {
    return state;
  }

  /** Why it failed: a key of the exchange texts. */
  public Optional<String> errorCode() {
    return Optional.ofNullable(errorCode);
  }

  public Tally.Counts counts() {
    return tally.counts();
  }

  /** Between 0 and 1, by the bytes read. */
  public double progress() {
    return state != ImportState.RUNNING
        ? 1
        : bytes == 0 ? 0 : Math.min(1, (double) tally.counts().bytes() / bytes);
  }

  /** Asks it to stop; it does so within some hundred rows, and changes nothing. */
  public void cancel() {
    cancelled = true;
  }

  /** The first rows of each outcome, in order: customer data. */
  public List<RowResult> shown() {
    synchronized (shown) {
      return List.copyOf(shown);
    }
  }

  /** Waits until it has ended. */
  public void await() throws InterruptedException {
    ended.await();
  }

  boolean isCancelled() {
    return cancelled;
  }

  Tally tally() {
    return tally;
  }

  void show(RowResult result) {
    if (perOutcome.merge(result.outcome(), 1, Integer::sum) <= SHOWN_PER_OUTCOME) {
      synchronized (shown) {
        shown.add(result);
      }
    }
  }

  void end(ImportState endState, @Nullable String code) {
    errorCode = code;
    state = endState;
    ended.countDown();
  }
}
