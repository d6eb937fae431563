package eu.rempart.exchange.run;

import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ImportedRows;
import eu.rempart.exchange.run.result.RowResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes the rows of a file one after the other, decides what becomes of each, and hands batches to
 * a sink: the same for a preview and for the real thing. Reading and deciding go on beside the
 * writing, on a second thread. For one file.
 */
final class ImportEngine {

  private static final int BATCH_ROWS = 500;

  /** Bytes of photos that a batch may hold, and the next one beside it: 32 MB. */
  private static final int BATCH_PHOTOS = 32 << 20;

  private final Planner planner;
  private final FileCustoms customs;
  private final Sink sink;
  private final Function<Runnable, Thread> beside;

  /**
   * For one file.
   *
   * @param beside runs work on a new thread
   */
  ImportEngine(Planner planner, FileCustoms customs, Sink sink, Function<Runnable, Thread> beside) {
    this.planner = planner;
    this.customs = customs;
    this.sink = sink;
    this.beside = beside;
  }

  /**
   * Runs to the end of the file.
   *
   * @param job asked between batches whether it was cancelled, and told how far this is
   * @param results gets every row in order, with what became of it
   * @throws CancellationException once the job was cancelled
   * @throws eu.rempart.exchange.format.UnreadableFileException if the file breaks off
   */
  void run(ImportedRows rows, ImportJob job, Consumer<RowResult> results) {
    try (Ahead<Decided> ahead = new Ahead<>(() -> nextBatch(rows), beside)) {
      Optional<Decided> next = ahead.take();
      while (next.isPresent()) {
        Decided decided = next.get();
        if (job.isCancelled()) {
          throw new CancellationException("the import was cancelled");
        }
        settle(decided, job, results);
        job.tally().readTo(decided.bytesRead());
        job.progressed();
        next = ahead.take();
      }
    }
  }

  /**
   * Some hundred rows, and what is to become of them. Reads the records that they may speak of,
   * beside the transaction: the index doesn't know what that has written either.
   */
  private Optional<Decided> nextBatch(ImportedRows rows) {
    List<ImportedRow> next = new ArrayList<>(BATCH_ROWS);
    customs.nextBatch();
    int photoBytes = 0;
    while (next.size() < BATCH_ROWS && photoBytes < BATCH_PHOTOS && rows.hasNext()) {
      ImportedRow row = customs.told(rows.next());
      photoBytes += bytesOfPhoto(row);
      next.add(row);
    }
    return next.isEmpty()
        ? Optional.empty()
        : Optional.of(new Decided(planner.plan(next), rows.bytesRead()));
  }

  /** On the thread that has the transaction. */
  private void settle(Decided decided, ImportJob job, Consumer<RowResult> results) {
    for (RowResult result : decided.plan().write(sink)) {
      job.tally().add(result.outcome());
      results.accept(result);
    }
  }

  /** What some hundred rows come to, and how far the file was read. */
  private record Decided(Planner.Plan plan, long bytesRead) {}

  private static int bytesOfPhoto(ImportedRow row) {
    ImportedPerson person = row.person();
    byte[] photo = person == null ? null : person.photo();
    return photo == null ? 0 : photo.length;
  }
}
