package eu.rempart.history;

import eu.rempart.db.sealed.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes columns with parts apart: one change, or one value, for each part that says something. */
final class Parts {

  private Parts() {}

  static HistoryEvent told(RecordKind kind, HistoryEvent event) {
    if (event.changes().stream().noneMatch(change -> kind.parts(change.column()).isPresent())) {
      return event;
    }
    return new HistoryEvent(
        event.what(),
        event.at(),
        event.by(),
        event.source(),
        event.reason(),
        event.changeId(),
        event.version(),
        event.changes().stream().flatMap(change -> changes(kind, change).stream()).toList(),
        event.link());
  }

  private static List<FieldChange> changes(RecordKind kind, FieldChange change) {
    Optional<ColumnParts> parts = kind.parts(change.column());
    if (parts.isEmpty()
        || !(change.before() instanceof Opened.Clear<?> before)
        || !(change.after() instanceof Opened.Clear<?> after)) {
      return List.of(change);
    }
    Map<String, String> old = parts.get().split(text(before));
    Map<String, String> now = parts.get().split(text(after));
    var names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    List<FieldChange> told = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(old.get(name), now.get(name))) {
        told.add(
            new FieldChange(
                change.column() + "." + name,
                new Opened.Clear<>(old.get(name)),
                new Opened.Clear<>(now.get(name))));
      }
    }
    return told;
  }

  static List<FieldValue> values(RecordKind kind, List<FieldValue> fields) {
    return fields.stream().flatMap(field -> values(kind, field).stream()).toList();
  }

  private static List<FieldValue> values(RecordKind kind, FieldValue field) {
    Optional<ColumnParts> parts = kind.parts(field.column());
    if (parts.isEmpty()
        || !(field.value() instanceof Opened.Clear<?> then)
        || !(field.now() instanceof Opened.Clear<?> today)) {
      return List.of(field);
    }
    Map<String, String> old = parts.get().split(text(then));
    Map<String, String> now = parts.get().split(text(today));
    var names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    return names.stream()
        .map(
            name ->
                new FieldValue(
                    field.column() + "." + name,
                    new Opened.Clear<>(old.get(name)),
                    new Opened.Clear<>(now.get(name)),
                    field.differs() && !Objects.equals(old.get(name), now.get(name))))
        .toList();
  }

  /**
   * The text of today with one part as it was; null where it is left without any.
   *
   * @param old the column's text then
   * @param current the column's text today
   */
  static @Nullable String putBack(
      ColumnParts parts, String part, @Nullable String old, @Nullable String current) {
    Map<String, String> joined = new TreeMap<>(parts.split(current));
    String former = parts.split(old).get(part);
    if (former == null) {
      joined.remove(part);
    } else {
      joined.put(part, former);
    }
    return parts.join(joined);
  }

  static @Nullable String text(Opened.Clear<?> opened) {
    return opened.value() instanceof String text ? text : null;
  }
}
