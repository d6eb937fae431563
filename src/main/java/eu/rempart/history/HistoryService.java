package eu.rempart.history;

import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.sealed.Opened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** The door to former versions. Every method asks for a right, and throws where it is missing. */
@Service
public class HistoryService {

  private final HistoryQueries queries;
  private final RecordKinds kinds;
  private final Writes writes;
  private final Viewer viewer;

  HistoryService(HistoryQueries queries, RecordKinds kinds, Writes writes, Viewer viewer) {
    this.queries = queries;
    this.kinds = kinds;
    this.writes = writes;
    this.viewer = viewer;
  }

  /** Everything that happened to a record and its links, newest first. */
  public List<HistoryEvent> timeline(RecordRef ref) {
    viewer.require(Viewer.Act.READ);
    RecordKind kind = kinds.of(ref.kind());
    List<HistoryEvent> events =
        new ArrayList<>(Timeline.of(kind, queries.versions(kind.table(), ref.id()), null));
    for (RecordKind link : kinds.linksOf(ref.kind())) {
      for (String column : columnsTo(link, ref.kind())) {
        Map<UUID, List<KeptRow>> byLink = new LinkedHashMap<>();
        queries
            .versionsBy(link.table(), column, ref.id())
            .forEach(row -> byLink.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        Map<UUID, Linked> ends =
            otherEnds(link, column, byLink.values().stream().map(List::getLast).toList());
        byLink.forEach(
            (id, versions) -> {
              Linked itself = new Linked(link.name(), new RecordRef(link.name(), id), "");
              List<HistoryEvent> its = Timeline.of(link, versions, ends.getOrDefault(id, itself));
              events.addAll(link.isPart() ? Timeline.without(its, events) : its);
            });
      }
    }
    return Timeline.withoutRepeatedLinks(events).stream()
        .sorted(Comparator.comparing(HistoryEvent::at).reversed())
        .flatMap(event -> seen(ref.kind(), event).stream())
        .toList();
  }

  /** An event without the columns that are hidden; none where nothing else changed. */
  private Optional<HistoryEvent> seen(String kind, HistoryEvent event) {
    Linked link = event.link();
    String whose = link == null ? kind : link.linkKind();
    Set<String> hidden = viewer.hidden(whose);
    return hidden.isEmpty()
        ? Optional.of(Parts.told(kinds.of(whose), event))
        : event
            .without(hidden)
            .map(told -> Parts.told(kinds.of(whose), told))
            .flatMap(told -> told.without(hidden)); // and without the parts that are
  }

  private List<FieldValue> seen(String kind, List<FieldValue> fields) {
    Set<String> hidden = viewer.hidden(kind);
    List<FieldValue> seen =
        fields.stream().filter(field -> !hidden.contains(field.column())).toList();
    return Parts.values(kinds.of(kind), seen).stream()
        .filter(field -> !hidden.contains(field.column()))
        .toList();
  }

  /** The record at an instant; empty where it did not exist then, or lay in the bin. */
  public Optional<RecordAt> asOf(RecordRef ref, Instant instant) {
    viewer.require(Viewer.Act.READ);
    RecordKind kind = kinds.of(ref.kind());
    return queries
        .at(kind.table(), ref.id(), instant)
        .map(
            then -> {
              KeptRow now = queries.at(kind.table(), ref.id(), Instant.now()).orElse(null);
              return new RecordAt(
                  instant,
                  then.version(),
                  now == null ? 0 : now.version(),
                  seen(kind.name(), Timeline.fields(kind, then, now)),
                  partsAt(ref, instant),
                  linksAt(ref, instant));
            });
  }

  private Map<String, List<FieldValue>> partsAt(RecordRef ref, Instant instant) {
    Map<String, List<FieldValue>> parts = new LinkedHashMap<>();
    for (RecordKind part : kinds.linksOf(ref.kind())) {
      if (part.isPart()) {
        String column = part.table().belongsTo().keySet().iterator().next();
        for (KeptRow then : queries.at(part.table(), column, ref.id(), instant)) {
          KeptRow now = queries.at(part.table(), then.id(), Instant.now()).orElse(null);
          parts.put(part.name(), seen(part.name(), Timeline.fields(part, then, now)));
        }
      }
    }
    return parts;
  }

  private List<Linked> linksAt(RecordRef ref, Instant instant) {
    List<Linked> links = new ArrayList<>();
    for (RecordKind link : kinds.linksOf(ref.kind())) {
      for (String column : columnsTo(link, ref.kind())) {
        links.addAll(
            otherEnds(link, column, queries.at(link.table(), column, ref.id(), instant)).values());
      }
    }
    return links;
  }

  /** What a rule keeps from being put back: its column, and with a whole column each part of it. */
  private static String whole(String fixed, String part) {
    return part.isEmpty() ? ColumnParts.column(fixed) : fixed;
  }

  /**
   * Puts what a column, or a part of one, held in a former version back into the record.
   *
   * @param expectedVersion which the record has on the screen
   * @throws IllegalArgumentException if people do not fill in that column
   */
  public PutBack putBack(RecordRef ref, int version, String field, int expectedVersion) {
    viewer.require(Viewer.Act.WRITE, ref.kind(), List.of(ref.id()));
    RecordKind kind = kinds.of(ref.kind());
    String column = ColumnParts.column(field);
    String part = ColumnParts.part(field).orElse("");
    if (Timeline.shown(kind).stream().noneMatch(shown -> shown.name().equals(column))) {
      throw new IllegalArgumentException(
          "%s of %s is no column to put back".formatted(column, ref.kind()));
    }
    if (viewer.fixed(ref.kind()).stream()
        .anyMatch(fixed -> fixed.equals(field) || whole(fixed, part).equals(column))) {
      throw new IllegalArgumentException(
          "%s of %s is no column to put back here".formatted(column, ref.kind()));
    }
    try {
      return writes.inTransaction(
          Reason.PUT_BACK,
          change -> {
            List<KeptRow> versions = queries.versions(kind.table(), ref.id());
            if (versions.isEmpty() || versions.getLast().to() != null) {
              return new PutBack.Gone();
            }
            int current = versions.getLast().version();
            if (current != expectedVersion) {
              return new PutBack.Stale(current);
            }
            return versions.stream()
                .filter(row -> row.version() == version)
                .reduce((earlier, later) -> later)
                .map(
                    old ->
                        part.isEmpty()
                            ? putBack(kind, old, versions.getLast(), column)
                            : putBack(kind, old, versions.getLast(), column, part))
                .orElseGet(PutBack.Gone::new);
          });
    } catch (DataIntegrityViolationException _) {
      return new PutBack.Refused(); // a rule that the database keeps
    }
  }

  /** A whole column, and of those that are put back with it the ones that differ. */
  private PutBack putBack(RecordKind kind, KeptRow old, KeptRow current, String column) {
    Set<String> columns = new HashSet<>(kind.alongWith(column));
    columns.removeIf(
        along -> kind.table().column(along).filter(kept -> !old.same(kept, current)).isEmpty());
    if (viewer.fixed(kind.name()).stream().map(ColumnParts::column).anyMatch(columns::contains)) {
      return new PutBack.Refused();
    }
    columns.add(column);
    return answer(
        queries.putBack(kind.table(), old, columns, current.version()), current.version());
  }

  /** One of the many values of a column, which keeps the others as they are today. */
  private PutBack putBack(
      RecordKind kind, KeptRow old, KeptRow current, String column, String part) {
    KeptColumn kept = kind.table().column(column).orElseThrow();
    Optional<ColumnParts> parts = kind.parts(column);
    if (parts.isEmpty()
        || !(old.value(kept) instanceof Opened.Clear<?> then)
        || !(current.value(kept) instanceof Opened.Clear<?> today)) {
      return new PutBack.Refused();
    }
    String text = Parts.putBack(parts.get(), part, Parts.text(then), Parts.text(today));
    return answer(queries.write(kind.table(), current, kept, text), current.version());
  }

  private static PutBack answer(boolean done, int expectedVersion) {
    return done ? new PutBack.Done(expectedVersion + 1) : new PutBack.Stale(expectedVersion + 1);
  }

  /** What people call a record, be it live or in the bin; empty where it is gone or nameless. */
  public String name(RecordRef ref) {
    viewer.require(Viewer.Act.READ);
    return names(ref.kind(), List.of(ref.id())).getOrDefault(ref.id(), "");
  }

  /** As {@link #name}, of many records of one kind; those that are gone are left out. */
  public Map<UUID, String> names(String kind, Collection<UUID> ids) {
    viewer.require(Viewer.Act.READ);
    Map<UUID, String> names = new HashMap<>();
    kinds
        .find(kind)
        .ifPresent(
            known ->
                queries
                    .current(known.table(), ids)
                    .forEach(row -> names.put(row.id(), known.displayName(row))));
    return names;
  }

  /** Names of members; those that don't open or aren't there are left out. */
  public Map<UUID, String> memberNames(Collection<UUID> members) {
    viewer.require(Viewer.Act.READ);
    return queries.memberNames(members);
  }

  /** The records at the other ends of these links, by the links' ids. */
  private Map<UUID, Linked> otherEnds(RecordKind link, String column, Collection<KeptRow> rows) {
    Map<UUID, Linked> ends = new LinkedHashMap<>();
    for (Map.Entry<String, String> parent : link.table().belongsTo().entrySet()) {
      if (parent.getKey().equals(column)) {
        continue;
      }
      Map<UUID, UUID> others = new LinkedHashMap<>();
      for (KeptRow row : rows) {
        UUID other = row.uuid(parent.getKey());
        if (other != null) {
          others.put(row.id(), other);
        }
      }
      Map<UUID, String> names = names(parent.getValue(), others.values());
      others.forEach(
          (id, other) ->
              ends.put(
                  id,
                  new Linked(
                      link.name(),
                      new RecordRef(parent.getValue(), other),
                      names.getOrDefault(other, ""))));
    }
    return ends;
  }

  private static List<String> columnsTo(RecordKind link, String parent) {
    return link.table().belongsTo().entrySet().stream()
        .filter(entry -> entry.getValue().equals(parent))
        .map(Map.Entry::getKey)
        .toList();
  }
}
