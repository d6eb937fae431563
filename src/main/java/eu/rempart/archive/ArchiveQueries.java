package eu.rempart.archive;

import static eu.rempart.db.generated.Tables.ARCHIVE_ENTRY;
import static eu.rempart.db.generated.Tables.ORGANISATION_SETTING;
import static eu.rempart.db.generated.Tables.PURGE_REQUEST;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import eu.rempart.db.Reason;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.rempart.Routines;
import eu.rempart.db.generated.tables.records.ArchiveEntryRecord;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.db.sealed.SealedTypes;
import eu.rempart.db.sealed.Sealing;
import eu.rempart.history.RecordRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the archive tables, and calls the functions that are the only way to change them. */
@Component
class ArchiveQueries {

  private static final Field<UUID> ID = field(name("id"), UUID.class);
  private static final SealedColumn<String> SETTING =
      new SealedColumn<>("organisation_setting", "value", SealedTypes.TEXT);
  private static final Field<UUID> ARCHIVE_ID = field(name("archive_id"), UUID.class);

  private final DSLContext dsl;
  private final Sealing sealing;

  ArchiveQueries(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  int delete(String kind, Collection<UUID> ids) {
    return dsl.deleteFrom(KeptTables.of(kind).live()).where(ID.in(ids)).execute();
  }

  /** Newest first. */
  List<ArchiveEntryRecord> entries(
      BinFilter filter, @Nullable UUID onlyBy, @Nullable BinKey after, int limit) {
    return dsl.selectFrom(ARCHIVE_ENTRY)
        .where(condition(filter, onlyBy))
        .and(
            after == null
                ? noCondition()
                : row(ARCHIVE_ENTRY.ARCHIVED_AT, ARCHIVE_ENTRY.ARCHIVE_ID)
                    .lt(utc(after.at()), after.archiveId()))
        .orderBy(ARCHIVE_ENTRY.ARCHIVED_AT.desc(), ARCHIVE_ENTRY.ARCHIVE_ID.desc())
        .limit(limit)
        .fetch();
  }

  List<ArchiveEntryRecord> entries(Collection<UUID> archiveIds) {
    return dsl.fetch(ARCHIVE_ENTRY, ARCHIVE_ENTRY.ARCHIVE_ID.in(archiveIds));
  }

  List<ArchiveEntryRecord> entriesOfChange(UUID changeId) {
    return dsl.fetch(ARCHIVE_ENTRY, ARCHIVE_ENTRY.CHANGE_ID.eq(changeId));
  }

  /** The entry that holds a record; empty where it is not in the bin. */
  Optional<UUID> archiveIdOf(RecordRef ref) {
    return dsl.select(ARCHIVE_ID)
        .from(KeptTables.of(ref.kind()).archive())
        .where(ID.eq(ref.id()))
        .fetchOptional(ARCHIVE_ID);
  }

  private static Condition condition(BinFilter filter, @Nullable UUID onlyBy) {
    return equal(ARCHIVE_ENTRY.ROOT_TABLE, filter.kind())
        .and(equal(ARCHIVE_ENTRY.ARCHIVED_BY, filter.by()))
        .and(equal(ARCHIVE_ENTRY.ARCHIVED_BY, onlyBy))
        .and(equal(ARCHIVE_ENTRY.ARCHIVE_REASON, filter.reason()))
        .and(bound(filter.from(), true))
        .and(bound(filter.to(), false));
  }

  private static <T> Condition equal(Field<T> column, @Nullable T value) {
    return value == null ? noCondition() : column.eq(value);
  }

  private static Condition bound(@Nullable Instant at, boolean from) {
    if (at == null) {
      return noCondition();
    }
    return from ? ARCHIVE_ENTRY.ARCHIVED_AT.ge(utc(at)) : ARCHIVE_ENTRY.ARCHIVED_AT.lt(utc(at));
  }

  /** The archived rows of these records. */
  Map<UUID, KeptRow> rows(String kind, Collection<UUID> ids) {
    KeptTable<?, ?, ?> table = KeptTables.of(kind);
    Map<UUID, KeptRow> rows = new HashMap<>();
    dsl.selectFrom(table.archive())
        .where(ID.in(ids))
        .forEach(record -> rows.put(record.get(ID), new KeptRow(table, record, sealing)));
    return rows;
  }

  /** How many rows of these kinds each entry holds. */
  Map<UUID, Integer> sizes(Collection<UUID> archiveIds, Predicate<KeptTable<?, ?, ?>> which) {
    Map<UUID, Integer> sizes = new HashMap<>();
    for (KeptTable<?, ?, ?> table : KeptTables.all()) {
      if (which.test(table)) {
        dsl.select(ARCHIVE_ID, count())
            .from(table.archive())
            .where(ARCHIVE_ID.in(archiveIds))
            .groupBy(ARCHIVE_ID)
            .forEach(size -> sizes.merge(size.value1(), size.value2(), Integer::sum));
      }
    }
    return sizes;
  }

  /** What lies under an entry, parents first. */
  List<KeptRow> contents(UUID archiveId) {
    List<KeptRow> rows = new ArrayList<>();
    for (KeptTable<?, ?, ?> table : KeptTables.all()) {
      dsl.selectFrom(table.archive())
          .where(ARCHIVE_ID.eq(archiveId))
          .forEach(record -> rows.add(new KeptRow(table, record, sealing)));
    }
    return rows;
  }

  List<Conflict> conflicts(UUID archiveId) {
    return dsl.selectFrom(Routines.restoreConflicts(archiveId))
        .fetch(
            found ->
                new Conflict(
                    Conflict.Kind.valueOf(found.getConflict()),
                    archiveId,
                    new RecordRef(found.getTableName(), found.getRecordId()),
                    new RecordRef(found.getOtherTable(), found.getOtherId()),
                    found.getOtherArchiveId()));
  }

  void restore(UUID archiveId) {
    KeptTable.restore(dsl, archiveId, true);
  }

  /** How many entries lie in the bin, each a record with all that fell with it. */
  int entriesInBin() {
    return dsl.fetchCount(ARCHIVE_ENTRY);
  }

  List<UUID> all() {
    return dsl.select(ARCHIVE_ENTRY.ARCHIVE_ID).from(ARCHIVE_ENTRY).fetch(ARCHIVE_ENTRY.ARCHIVE_ID);
  }

  /** When it is due; empty where none of these is in the bin any more. */
  Optional<Instant> requestPurge(UUID request, Collection<UUID> archiveIds, String reason) {
    return Optional.ofNullable(
            Routines.requestPurge(
                dsl.configuration(), request, archiveIds.toArray(UUID[]::new), reason))
        .map(OffsetDateTime::toInstant);
  }

  boolean stopPurge(UUID request) {
    return Boolean.TRUE.equals(Routines.stopPurge(dsl.configuration(), request));
  }

  void purge(UUID request) {
    Routines.purge(dsl.configuration(), request);
  }

  /** The one that is due first comes first. */
  List<Purge> waiting() {
    return dsl.selectFrom(PURGE_REQUEST)
        .where(PURGE_REQUEST.STATE.eq("WAITING"))
        .orderBy(PURGE_REQUEST.DUE_AT)
        .fetch(
            request ->
                new Purge(
                    request.getId(),
                    request.getRequestedBy(),
                    request.getRequestedAt().toInstant(),
                    request.getDueAt().toInstant(),
                    dsl.fetchCount(
                        ARCHIVE_ENTRY, ARCHIVE_ENTRY.ARCHIVE_ID.in(request.getArchiveIds()))));
  }

  Set<UUID> waitingEntries() {
    Set<UUID> waiting = new HashSet<>();
    dsl.select(PURGE_REQUEST.ARCHIVE_IDS)
        .from(PURGE_REQUEST)
        .where(PURGE_REQUEST.STATE.eq("WAITING"))
        .forEach(request -> waiting.addAll(List.of(request.value1())));
    return waiting;
  }

  Optional<String> setting(String name) {
    return dsl.select(ORGANISATION_SETTING.VALUE)
        .from(ORGANISATION_SETTING)
        .where(ORGANISATION_SETTING.NAME.eq(name))
        .fetchOptional(ORGANISATION_SETTING.VALUE);
  }

  void set(String name, String value, UUID member) {
    dsl.insertInto(ORGANISATION_SETTING)
        .set(ORGANISATION_SETTING.NAME, name)
        .set(ORGANISATION_SETTING.VALUE, value)
        .set(ORGANISATION_SETTING.CHANGED_BY, member)
        .onConflict(ORGANISATION_SETTING.NAME)
        .doUpdate()
        .set(ORGANISATION_SETTING.VALUE, value)
        .set(ORGANISATION_SETTING.CHANGED_BY, member)
        .execute();
  }

  void unset(String name) {
    dsl.deleteFrom(ORGANISATION_SETTING).where(ORGANISATION_SETTING.NAME.eq(name)).execute();
  }

  /** A setting that was sealed; empty also for one that nobody sealed under this name. */
  Optional<String> sealedSetting(String name) {
    return setting(name).flatMap(text -> open(name, text));
  }

  private Optional<String> open(String name, String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return sealing.of(SETTING.table(), idOf(name)).open(SETTING, bytes)
            instanceof Opened.Clear<String>(var value)
        ? Optional.of(value)
        : Optional.empty();
  }

  void setSealed(String name, String value, UUID member) {
    byte[] sealed = sealing.of(SETTING.table(), idOf(name)).seal(SETTING, value);
    set(name, Base64.getEncoder().encodeToString(sealed), member);
  }

  /** A setting has a name where records have an id. */
  private static UUID idOf(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Keeps in the ledger that the acting member did this. */
  void appendToLedger(String kind, Map<String, ?> detail) {
    JSONB json = JSONB.valueOf(JsonMapper.shared().writeValueAsString(detail));
    Routines.appendLedger(dsl.configuration(), kind, Reason.EDIT.code(), json);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
