package eu.rempart.archive;

import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.generated.tables.records.ArchiveEntryRecord;
import eu.rempart.history.RecordRef;
import eu.rempart.history.Viewer;
import eu.rempart.history.Viewer.Act;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The door to the bin. Members see and take back what they archived themselves; who may RESTORE
 * sees all. Every method asks for a right, and throws where it is missing.
 */
@Service
public class ArchiveService {

  private final ArchiveQueries queries;
  private final Bin bin;
  private final Writes writes;
  private final Viewer viewer;

  ArchiveService(ArchiveQueries queries, Bin bin, Writes writes, Viewer viewer) {
    this.queries = queries;
    this.bin = bin;
    this.writes = writes;
    this.viewer = viewer;
  }

  /** Moves records to the bin, each with all that belongs to it, in one transaction. */
  public Archived archive(Collection<RecordRef> refs, Reason reason) {
    viewer.require(Act.ARCHIVE);
    Map<String, Set<UUID>> byKind =
        refs.stream()
            .collect(
                Collectors.groupingBy(
                    RecordRef::kind, Collectors.mapping(RecordRef::id, Collectors.toSet())));
    byKind.forEach((kind, ids) -> viewer.require(Act.ARCHIVE, kind, ids));
    return writes.inTransaction(
        reason,
        change -> {
          int gone = 0;
          for (Map.Entry<String, Set<UUID>> kind : byKind.entrySet()) {
            gone += queries.delete(kind.getKey(), kind.getValue());
          }
          return new Archived(change.id(), gone);
        });
  }

  /** Brings back all that one change archived; rows that can not come back stay in the bin. */
  public Restored undo(UUID changeId) {
    viewer.require(Act.ARCHIVE);
    return restore(
        queries.entriesOfChange(changeId).stream().map(ArchiveEntryRecord::getArchiveId).toList(),
        true);
  }

  /**
   * A page of what the member may see, newest first.
   *
   * @param after where the page before ended; null for the first
   * @param size 1 to 200
   */
  public BinPage page(BinFilter filter, @Nullable BinKey after, int size) {
    viewer.require(Act.ARCHIVE);
    return bin.page(filter, viewer.may(Act.RESTORE) ? null : viewer.memberId(), after, size);
  }

  /**
   * The entry with which a record lies in the bin: its own, or that of what it was archived with.
   * Who may read a record may know that it lies there; empty where it doesn't, or they may not.
   */
  public Optional<BinEntry> holding(RecordRef ref) {
    viewer.require(Act.READ);
    return queries
        .archiveIdOf(ref)
        .flatMap(id -> bin.entries(queries.entries(List.of(id))).stream().findFirst());
  }

  /** What would come back with an entry, parents first; empty where the entry is gone. */
  public List<BinItem> contents(UUID archiveId) {
    visible(List.of(archiveId));
    return queries.contents(archiveId).stream()
        .map(row -> new BinItem(new RecordRef(row.kind(), row.id()), bin.name(row.kind(), row)))
        .toList();
  }

  /**
   * Brings entries back, in one transaction: all of them or none.
   *
   * @param leaveConflicts false to learn of conflicts first; true to leave in the bin what can not
   *     come back: a link whose other end lies there waits there with it
   */
  public Restored restore(Collection<UUID> archiveIds, boolean leaveConflicts) {
    Set<UUID> wanted = new HashSet<>(archiveIds);
    return writes.inTransaction(
        Reason.RESTORE,
        change -> {
          if (visible(wanted).size() < wanted.size()) {
            return new Restored.Gone();
          }
          List<Conflict> conflicts = conflicts(wanted);
          if (!conflicts.isEmpty() && !leaveConflicts) {
            return new Restored.Blocked(conflicts);
          }
          // one that came before may have moved rows into this one's entry, never away from it
          int records = sum(bin.records(queries.entries(wanted)));
          wanted.forEach(queries::restore);
          return new Restored.Done(records - sum(bin.records(queries.entries(wanted))));
        });
  }

  private static int sum(Map<UUID, Integer> sizes) {
    return sizes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Conflicts, but for those that go away because the other end comes back too. */
  private List<Conflict> conflicts(Set<UUID> wanted) {
    List<Conflict> conflicts = new ArrayList<>();
    for (UUID archiveId : wanted) {
      queries.conflicts(archiveId).stream()
          .filter(conflict -> !wanted.contains(conflict.otherEntry()))
          .forEach(conflicts::add);
    }
    return conflicts;
  }

  /** Those of these that are still there; throws where one is not the member's to see. */
  private List<ArchiveEntryRecord> visible(Collection<UUID> archiveIds) {
    viewer.require(Act.ARCHIVE);
    List<ArchiveEntryRecord> entries = queries.entries(archiveIds);
    UUID member = viewer.memberId();
    for (Act act : List.of(Act.ARCHIVE, Act.RESTORE)) {
      entries.stream()
          .filter(entry -> Objects.equals(entry.getArchivedBy(), member) == (act == Act.ARCHIVE))
          .collect(
              Collectors.groupingBy(
                  ArchiveEntryRecord::getRootTable,
                  Collectors.mapping(ArchiveEntryRecord::getRootId, Collectors.toSet())))
          .forEach((kind, ids) -> viewer.require(act, kind, ids));
    }
    return entries;
  }
}
