package eu.rempart.archive;

import eu.rempart.history.RecordRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of bringing a row back.
 *
 * @param entry the entry of the bin that was to come back
 * @param record the row that can not
 * @param other what it needs, or what took its place
 * @param otherEntry where in the bin the other lies; null where it doesn't
 */
public record Conflict(
    Kind kind, UUID entry, RecordRef record, RecordRef other, @Nullable UUID otherEntry) {

  /** Why it can not come back. */
  public enum Kind {
    /** What it belongs to lies in the bin too, under another entry. */
    PARENT_ARCHIVED,
    /** What it belongs to was purged. */
    PARENT_PURGED,
    /** A live record has its place. */
    TAKEN
  }
}
