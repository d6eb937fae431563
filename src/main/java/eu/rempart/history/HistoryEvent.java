package eu.rempart.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a record's history.
 *
 * @param by the member; null where it was no member's doing
 * @param source {@code manual}, {@code import} … or {@code database:USER}
 * @param reason a code; null where none was given
 * @param version which the record had from then on; for ARCHIVED the last one it had
 * @param changes what became different; empty for ARCHIVED and RESTORED
 * @param link the other end, for what happened to a link; null for the record itself
 */
public record HistoryEvent(
    What what,
    Instant at,
    @Nullable UUID by,
    String source,
    @Nullable String reason,
    @Nullable UUID changeId,
    int version,
    List<FieldChange> changes,
    @Nullable Linked link) {

  /** What happened to the record, or to the link. */
  public enum What {
    CREATED,
    CHANGED,
    ARCHIVED,
    RESTORED
  }
}
