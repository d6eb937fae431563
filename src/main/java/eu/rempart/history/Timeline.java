package eu.rempart.history;

import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.sealed.Opened;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what happened from the versions of one record, or of one link. */
final class Timeline {

  private final RecordKind kind;
  private final @Nullable Linked link;
  private final List<HistoryEvent> events = new ArrayList<>();

  private Timeline(RecordKind kind, @Nullable Linked link) {
    this.kind = kind;
    this.link = link;
  }

  /**
   * What happened, oldest first.
   *
   * @param versions oldest first
   */
  static List<HistoryEvent> of(RecordKind kind, List<KeptRow> versions, @Nullable Linked link) {
    Timeline timeline = new Timeline(kind, link);
    KeptRow former = null;
    for (KeptRow version : versions) {
      timeline.began(version, former);
      former = version;
    }
    if (former != null && former.to() != null) {
      timeline.archived(former);
    }
    return timeline.events;
  }

  private void began(KeptRow version, @Nullable KeptRow former) {
    if (former == null) {
      add(HistoryEvent.What.CREATED, version, changes(version, null));
      return;
    }
    Instant end = former.to();
    if (end != null && end.isBefore(version.from())) {
      archived(former);
      add(HistoryEvent.What.RESTORED, version, List.of());
      return;
    }
    List<FieldChange> changes = changes(version, former);
    if (!changes.isEmpty()) {
      add(HistoryEvent.What.CHANGED, version, changes);
    }
  }

  private void archived(KeptRow last) {
    Instant end = last.to();
    if (end == null) {
      return;
    }
    String source = last.text("end_source");
    events.add(
        new HistoryEvent(
            HistoryEvent.What.ARCHIVED,
            end,
            last.uuid("ended_by"),
            source == null ? "" : source,
            last.text("end_reason"),
            last.uuid("end_change_id"),
            last.version(),
            List.of(),
            link));
  }

  private void add(HistoryEvent.What what, KeptRow version, List<FieldChange> changes) {
    String source = version.text("change_source");
    events.add(
        new HistoryEvent(
            what,
            version.from(),
            version.uuid("changed_by"),
            source == null ? "" : source,
            version.text("change_reason"),
            version.uuid("change_id"),
            version.version(),
            changes,
            link));
  }

  private List<FieldChange> changes(KeptRow version, @Nullable KeptRow former) {
    List<FieldChange> changes = new ArrayList<>();
    for (KeptColumn column : shown(kind)) {
      if (former == null ? saysNothing(version, column) : version.same(column, former)) {
        continue;
      }
      Opened<?> before = former == null ? Opened.empty() : value(kind, former, column);
      changes.add(new FieldChange(column.name(), before, value(kind, version, column)));
    }
    return changes;
  }

  /** In a new record an empty field says nothing, and neither does a mark that nobody set. */
  private boolean saysNothing(KeptRow version, KeptColumn column) {
    return version.isEmpty(column)
        || (link == null && version.value(column).equals(new Opened.Clear<>(false)));
  }

  /**
   * The events of a part, without its way to the bin and back where it only went along with its
   * record.
   */
  static List<HistoryEvent> without(List<HistoryEvent> part, List<HistoryEvent> record) {
    return part.stream()
        .filter(
            event ->
                event.what() == HistoryEvent.What.CREATED
                    || event.what() == HistoryEvent.What.CHANGED
                    || record.stream()
                        .noneMatch(
                            own ->
                                own.link() == null
                                    && own.what() == event.what()
                                    && Objects.equals(own.changeId(), event.changeId())))
        .toList();
  }

  /**
   * The events, with one for each record that was linked, or ceased to be, in two ways by one
   * change: whoever is asked to a meeting is also one whom it is about. The one that says more
   * stays.
   */
  static List<HistoryEvent> withoutRepeatedLinks(List<HistoryEvent> events) {
    return events.stream()
        .filter(event -> events.stream().noneMatch(other -> repeats(event, other)))
        .toList();
  }

  private static boolean repeats(HistoryEvent event, HistoryEvent other) {
    Linked link = event.link();
    Linked its = other.link();
    return link != null
        && its != null
        && event.changeId() != null
        && event.changeId().equals(other.changeId())
        && event.what() == other.what()
        && event.what() != HistoryEvent.What.CHANGED
        && link.record().equals(its.record())
        && !link.linkKind().equals(its.linkKind())
        && (event.changes().size() < other.changes().size()
            || (event.changes().size() == other.changes().size()
                && link.linkKind().compareTo(its.linkKind()) > 0));
  }

  /** What a record held, and what it holds today where it is there. */
  static List<FieldValue> fields(RecordKind kind, KeptRow then, @Nullable KeptRow now) {
    List<FieldValue> fields = new ArrayList<>();
    for (KeptColumn column : shown(kind)) {
      fields.add(
          new FieldValue(
              column.name(),
              value(kind, then, column),
              value(kind, now == null ? then : now, column),
              now != null && !then.same(column, now)));
    }
    return fields;
  }

  /** What a column held; an amount with its currency, without which it says little. */
  private static Opened<?> value(RecordKind kind, KeptRow row, KeptColumn column) {
    Opened<?> value = row.value(column);
    String beside = kind.amounts().get(column.name());
    return beside != null && value.orNull() instanceof BigDecimal amount
        ? new Opened.Clear<>(new MoneyValue(amount, currency(kind, row, beside)))
        : value;
  }

  private static @Nullable String currency(RecordKind kind, KeptRow row, String column) {
    return kind.table().businessColumns().stream()
        .filter(each -> each.name().equals(column))
        .map(each -> row.value(each).orNull())
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** The columns that people fill in and may see; not those that say what a link links. */
  static List<KeptColumn> shown(RecordKind kind) {
    return kind.table().businessColumns().stream()
        .filter(column -> !kind.hidden().contains(column.name()))
        .filter(column -> !kind.table().belongsTo().containsKey(column.name()))
        .toList();
  }
}
