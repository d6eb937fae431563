package eu.rempart.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads all records of a kind into an index: one thread reads rows, two open and index them. */
final class KindBuild {

  private static final int THREADS = 2;
  private static final int WAITING_BATCHES = 4;

  /**
   * Told after each batch: how many documents are done, and how many there are in total, roughly.
   */
  interface Progress {
    void report(long done, long total);
  }

  private final SearchSource source;
  private final Unlocked unlocked;
  private final KindIndex index;
  private final Progress progress;
  private final BlockingQueue<DocumentMapper> mappers = new ArrayBlockingQueue<>(THREADS);
  private final Semaphore waiting = new Semaphore(WAITING_BATCHES);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final AtomicLong done = new AtomicLong();

  KindBuild(
      SearchSource source, Unlocked unlocked, Locale locale, KindIndex index, Progress progress) {
    this.source = source;
    this.unlocked = unlocked;
    this.index = index;
    this.progress = progress;
    for (int i = 0; i < THREADS; i++) {
      mappers.add(new DocumentMapper(index.schema(), locale));
    }
  }

  /**
   * Ends with an exception of the source, or a CancellationException when this thread is
   * interrupted.
   */
  void readAll() {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("search-open-", 0).factory());
    try {
      unlocked.run(
          () -> {
            long total = source.estimate();
            progress.report(0, total);
            source.readAll(
                batch -> {
                  acquire(1);
                  workers.execute(() -> index(batch, total));
                });
          });
      acquire(WAITING_BATCHES);
      index.finish();
    } finally {
      workers.shutdownNow();
    }
  }

  /** Reads these records again. */
  void apply(Set<UUID> ids) {
    DocumentMapper mapper = mappers.remove();
    List<UUID> all = List.copyOf(ids);
    for (int from = 0; from < all.size(); from += 1_000) {
      Set<UUID> some = Set.copyOf(all.subList(from, Math.min(all.size(), from + 1_000)));
      List<SearchDocument> documents = new ArrayList<>();
      unlocked.run(() -> documents.addAll(source.read(some)));
      index.replace(some, documents, mapper);
    }
    mappers.add(mapper);
    index.refresh();
  }

  private void index(Supplier<? extends Collection<SearchDocument>> batch, long total) {
    try {
      List<SearchDocument> documents = new ArrayList<>();
      unlocked.run(() -> documents.addAll(batch.get()));
      DocumentMapper mapper = mappers.remove();
      try {
        index.add(documents, mapper);
      } finally {
        mappers.add(mapper);
      }
      long now = done.addAndGet(documents.size());
      progress.report(now, Math.max(now, total));
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      waiting.release();
    }
  }

  /** Waits for so many batches to be done, then passes on the first failure of any. */
  private void acquire(int batches) {
    try {
      waiting.acquire(batches);
    } catch (InterruptedException e) {
      throw new CancellationException("the index is not wanted any more");
    }
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }
}
