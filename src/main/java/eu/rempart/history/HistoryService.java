package eu.rempart.history;

import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
        byLink
            .values()
            .forEach(
                versions ->
                    events.addAll(
                        Timeline.of(link, versions, otherEnd(link, column, versions.getLast()))));
      }
    }
    events.sort(Comparator.comparing(HistoryEvent::at).reversed());
    return events;
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
              List<FieldValue> fields = new ArrayList<>();
              for (KeptColumn column : Timeline.shown(kind)) {
                boolean differs = now != null && !then.same(column, now);
                fields.add(
                    new FieldValue(
                        column.name(),
                        then.value(column),
                        now == null ? then.value(column) : now.value(column),
                        differs));
              }
              return new RecordAt(
                  instant,
                  then.version(),
                  now == null ? 0 : now.version(),
                  fields,
                  linksAt(ref, instant));
            });
  }

  private List<Linked> linksAt(RecordRef ref, Instant instant) {
    List<Linked> links = new ArrayList<>();
    for (RecordKind link : kinds.linksOf(ref.kind())) {
      for (String column : columnsTo(link, ref.kind())) {
        queries
            .at(link.table(), column, ref.id(), instant)
            .forEach(row -> links.add(otherEnd(link, column, row)));
      }
    }
    return links;
  }

  /**
   * Puts what a column held in a former version back into the record.
   *
   * @param expectedVersion which the record has on the screen
   * @throws IllegalArgumentException if people do not fill in that column
   */
  public PutBack putBack(RecordRef ref, int version, String column, int expectedVersion) {
    viewer.require(Viewer.Act.WRITE);
    RecordKind kind = kinds.of(ref.kind());
    if (Timeline.shown(kind).stream().noneMatch(shown -> shown.name().equals(column))) {
      throw new IllegalArgumentException(
          "%s of %s is no column to put back".formatted(column, ref.kind()));
    }
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
              .<PutBack>map(
                  old ->
                      queries.putBack(kind.table(), old, column, expectedVersion)
                          ? new PutBack.Done(expectedVersion + 1)
                          : new PutBack.Stale(expectedVersion + 1))
              .orElseGet(PutBack.Gone::new);
        });
  }

  /** What people call a record, be it live or in the bin; empty where it is gone or nameless. */
  public String name(RecordRef ref) {
    viewer.require(Viewer.Act.READ);
    return kinds
        .find(ref.kind())
        .flatMap(kind -> queries.current(kind.table(), ref.id()).map(kind::displayName))
        .orElse("");
  }

  /** Names of members; those that don't open or aren't there are left out. */
  public Map<UUID, String> memberNames(Collection<UUID> members) {
    viewer.require(Viewer.Act.READ);
    return queries.memberNames(members);
  }

  private Linked otherEnd(RecordKind link, String column, KeptRow row) {
    return link.table().belongsTo().entrySet().stream()
        .filter(parent -> !parent.getKey().equals(column))
        .findFirst()
        .map(
            parent -> {
              UUID id = row.uuid(parent.getKey());
              RecordRef other = new RecordRef(parent.getValue(), id == null ? row.id() : id);
              return new Linked(link.name(), other, name(other));
            })
        .orElseGet(() -> new Linked(link.name(), new RecordRef(link.name(), row.id()), ""));
  }

  private static List<String> columnsTo(RecordKind link, String parent) {
    return link.table().belongsTo().entrySet().stream()
        .filter(entry -> entry.getValue().equals(parent))
        .map(Map.Entry::getKey)
        .toList();
  }
}
