package eu.rempart.bulk;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to which records.
 *
 * @param kind name of their table
 * @param what {@code assign}, {@code tag}, {@code untag}, {@code archive} or {@code edit}
 * @param field the column that an edit is about; null for others
 * @param total how many there are, as far as is known; for the progress bar only
 * @param ids the records in batches of some hundred; asked for once, on another thread
 * @param step does it to one batch, within the transaction
 * @param seen told all ids after the commit, so that searches see the change
 */
public record BulkOrder(
    String kind,
    String what,
    @Nullable String field,
    int total,
    Supplier<Stream<List<UUID>>> ids,
    Step step,
    Seen seen) {

  /** Changes one batch. */
  public interface Step {

    /** Answers how many of these it changed; the others are gone, or were so already. */
    int apply(List<UUID> ids);
  }

  /** Lets searches see a change that has been committed. */
  public interface Seen {
    void await(List<UUID> ids);
  }
}
