package eu.rempart.archive;

import eu.rempart.history.RecordRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing in the bin: a record with all that fell with it.
 *
 * @param name what people call the record; empty where it has no name or does not open
 * @param by null where it was no member's doing
 * @param source {@code manual}, {@code import} … or {@code database:USER}
 * @param records how many records would come back, itself included; notes and lines are parts of
 *     theirs
 * @param links how many links between records would come back
 * @param purgeWaits whether a purge that is to take it waits its delay
 */
public record BinEntry(
    UUID archiveId,
    RecordRef root,
    String name,
    Instant at,
    @Nullable UUID by,
    String source,
    @Nullable String reason,
    int records,
    int links,
    boolean purgeWaits) {

  /** Says nothing of the name: it is customer data. */
  @Override
  public String toString() {
    return "BinEntry[%s, %s]".formatted(archiveId, root);
  }
}
