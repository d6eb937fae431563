package eu.rempart.exchange.run;

import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.result.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A preview or an import under way, seen from other threads. */
public final class ImportJob {

  private static final int SHOWN_PER_OUTCOME = 100;
  private static final long NEWS_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final UUID id;
  private final String fileName;
  private final long bytes;
  private final Tally tally = new Tally();
  private final List<RowResult> shown = new ArrayList<>();
  private final Map<Outcome, Integer> perOutcome = new EnumMap<>(Outcome.class);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile ImportState state = ImportState.RUNNING;
  private volatile @Nullable String errorCode;
  private volatile ImportStep step = ImportStep.ROWS;
  private volatile Indexed indexed = new Indexed(0, 0);
  private volatile boolean cancelled;
  private volatile boolean effect;
  private long told = System.nanoTime();

  ImportJob(UUID id, ImportFile file) {
    this.id = id;
    this.fileName = file.name();
    this.bytes = file.bytes();
  }

  public UUID id() {
    return id;
  }

  /** As it was uploaded: customer data. */
  public String fileName() {
    return fileName;
  }

  public ImportState state() {
    return state;
  }

  /** Why it failed; see {@link ImportRun}. */
  public Optional<String> errorCode() {
    return Optional.ofNullable(errorCode);
  }

  public Tally.Counts counts() {
    return tally.counts();
  }

  /** Records that are created so far, also along with rows about others. */
  public Tally.Created created() {
    return tally.created();
  }

  public ImportStep step() {
    return step;
  }

  /** How far the step {@link ImportStep#INDEXING} is. */
  public Indexed indexed() {
    return indexed;
  }

  /** How many of the written records searches find. */
  public record Indexed(int done, int total) {}

  /** How far its present step is, between 0 and 1: by the bytes read, or the records indexed. */
  public double progress() {
    if (state != ImportState.RUNNING) {
      return 1;
    }
    return switch (step) {
      case ROWS -> part(tally.counts().bytes(), bytes);
      case SAVING -> 0;
      case INDEXING -> part(indexed.done(), indexed.total());
    };
  }

  private static double part(long done, long total) {
    return total == 0 ? 0 : Math.min(1, (double) done / total);
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

  /**
   * Whether an import of what a preview went through would write anything: rows that are skipped
   * may bring a new tag or company all the same. Known once the preview is done.
   */
  public boolean wouldWrite() {
    return effect;
  }

  void hasEffect() {
    effect = true;
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

  /** To be called between batches by the thread that works. */
  void progressed() {
    if (System.nanoTime() - told > NEWS_NANOS) {
      tell();
    }
  }

  void begin(ImportStep next) {
    step = next;
    tell();
  }

  /**
   * Counts what searches find already.
   *
   * @param left the records that they don't find yet, and perhaps some of others
   */
  void indexed(int left, int total) {
    indexed = new Indexed(Math.max(0, total - left), total);
    progressed();
  }

  void end(ImportState endState, @Nullable String code) {
    errorCode = code;
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
    return "ImportJob[" + id + ", " + state + "]";
  }
}
