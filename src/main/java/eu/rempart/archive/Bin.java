package eu.rempart.archive;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.tables.records.ArchiveEntryRecord;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the bin page by page; names are sealed, so a search by name opens as it goes. */
@Component
class Bin {

  /** Entries that a search by name opens for one page, at most: some 50 ms of work. */
  static final int SCANNED = 10_000;

  private static final int STEP = 200;

  private final ArchiveQueries queries;
  private final RecordKinds kinds;
  private final HistoryService history;

  Bin(ArchiveQueries queries, RecordKinds kinds, HistoryService history) {
    this.queries = queries;
    this.kinds = kinds;
    this.history = history;
  }

  BinPage page(BinFilter filter, @Nullable UUID onlyBy, @Nullable BinKey after, int size) {
    String wanted = folded(filter.text());
    Set<UUID> waiting = queries.waitingEntries();
    List<ArchiveEntryRecord> found = new ArrayList<>();
    Map<UUID, String> names = new HashMap<>();
    BinKey at = after;
    for (int scanned = 0; scanned < SCANNED; ) {
      int step = wanted.isEmpty() ? size + 1 : STEP;
      List<ArchiveEntryRecord> entries = queries.entries(filter, onlyBy, at, step);
      names.putAll(names(entries));
      for (ArchiveEntryRecord entry : entries) {
        if (found.size() == size) {
          return page(found, names, waiting, key(found.getLast()));
        }
        at = key(entry);
        if (folded(names.getOrDefault(entry.getArchiveId(), "")).contains(wanted)) {
          found.add(entry);
        }
      }
      scanned += entries.size();
      if (entries.size() < step) {
        return page(found, names, waiting, null);
      }
    }
    return page(found, names, waiting, at);
  }

  /** These entries, in the same order. */
  List<BinEntry> entries(List<ArchiveEntryRecord> entries) {
    return page(entries, names(entries), queries.waitingEntries(), null).entries();
  }

  private BinPage page(
      List<ArchiveEntryRecord> entries,
      Map<UUID, String> names,
      Set<UUID> waiting,
      @Nullable BinKey next) {
    Map<UUID, Integer> records = records(entries);
    Map<UUID, Integer> links = queries.sizes(ids(entries), table -> isLinkBetween(table.name()));
    return new BinPage(
        entries.stream()
            .map(
                entry ->
                    new BinEntry(
                        entry.getArchiveId(),
                        root(entry),
                        names.getOrDefault(entry.getArchiveId(), ""),
                        entry.getArchivedAt().toInstant(),
                        entry.getArchivedBy(),
                        entry.getArchiveSource(),
                        entry.getArchiveReason(),
                        records.getOrDefault(entry.getArchiveId(), 0),
                        links.getOrDefault(entry.getArchiveId(), 0)
                            - (isLinkBetween(entry.getRootTable()) ? 1 : 0),
                        waiting.contains(entry.getArchiveId())))
            .toList(),
        next);
  }

  /**
   * How many records each entry holds: what is no part of another and no link, and what was
   * archived itself, whatever it is.
   */
  Map<UUID, Integer> records(List<ArchiveEntryRecord> entries) {
    Map<UUID, Integer> records = queries.sizes(ids(entries), table -> table.belongsTo().isEmpty());
    entries.stream()
        .filter(entry -> !KeptTables.of(entry.getRootTable()).belongsTo().isEmpty())
        .forEach(entry -> records.merge(entry.getArchiveId(), 1, Integer::sum));
    return records;
  }

  private boolean isLinkBetween(String kind) {
    return kinds.find(kind).filter(known -> known.isLink() && !known.isPart()).isPresent();
  }

  private static List<UUID> ids(List<ArchiveEntryRecord> entries) {
    return entries.stream().map(ArchiveEntryRecord::getArchiveId).toList();
  }

  /** By archive id. */
  private Map<UUID, String> names(List<ArchiveEntryRecord> entries) {
    Map<String, List<UUID>> idsByKind = new HashMap<>();
    for (ArchiveEntryRecord entry : entries) {
      idsByKind
          .computeIfAbsent(entry.getRootTable(), kind -> new ArrayList<>())
          .add(entry.getRootId());
    }
    Map<UUID, String> byRecord = new HashMap<>();
    idsByKind.forEach(
        (kind, ids) ->
            queries.rows(kind, ids).forEach((id, row) -> byRecord.put(id, name(kind, row))));
    Map<UUID, String> names = new HashMap<>();
    for (ArchiveEntryRecord entry : entries) {
      names.put(entry.getArchiveId(), byRecord.getOrDefault(entry.getRootId(), ""));
    }
    return names;
  }

  /** A link is called by what it links. */
  String name(String kind, KeptRow row) {
    return kinds
        .find(kind)
        .map(
            known -> {
              if (!known.isLink()) {
                return known.displayName(row);
              }
              List<String> ends = new ArrayList<>();
              for (KeptColumn column : known.table().columns()) {
                String parent = known.table().belongsTo().get(column.name());
                UUID id = parent == null ? null : row.uuid(column.name());
                String name =
                    parent == null || id == null ? "" : history.name(new RecordRef(parent, id));
                if (!name.isEmpty()) {
                  ends.add(name);
                }
              }
              return String.join(" – ", ends);
            })
        .orElse("");
  }

  static RecordRef root(ArchiveEntryRecord entry) {
    return new RecordRef(entry.getRootTable(), entry.getRootId());
  }

  private static BinKey key(ArchiveEntryRecord entry) {
    return new BinKey(entry.getArchivedAt().toInstant(), entry.getArchiveId());
  }

  private static String folded(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
