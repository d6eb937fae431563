package eu.rempart.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** The event without changes of these columns; empty where it told of nothing else. */
  Optional<HistoryEvent> without(Set<String> columns) {
    List<FieldChange> rest =
        changes.stream().filter(change -> !columns.contains(change.column())).toList();
    return what == What.CHANGED && rest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HistoryEvent(what, at, by, source, reason, changeId, version, rest, link));
  }

  /** What happened to the record, or to the link. */
  public enum What {
    CREATED,
    CHANGED,
    ARCHIVED,
    RESTORED
  }
}
