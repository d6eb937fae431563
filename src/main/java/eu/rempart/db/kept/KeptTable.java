package eu.rempart.db.kept;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table whose history the database keeps, and what can be asked of it. A version is a row of the
 * history; the version that is valid now comes from the live table and has no {@code valid_to}.
 *
 * @param belongsTo column → name of the parent table whose record it goes to the bin with
 */
public record KeptTable<L extends Record, H extends Record, A extends Record>(
    Table<L> live,
    Table<H> history,
    Table<A> archive,
    List<KeptColumn> columns,
    Map<String, String> belongsTo) {

  /** Its name in SQL, which is also the kind of its records. */
  public String name() {
    return live.getName();
  }

  /** The column of this name. */
  public Optional<KeptColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The columns that people fill in. */
  public List<KeptColumn> businessColumns() {
    return columns.stream().filter(KeptColumn::isBusiness).toList();
  }

  /** All versions of a record, newest first; empty where there never was one. */
  public Result<H> versionsOf(DSLContext dsl, UUID id) {
    return fetch(
        dsl,
        versions(field(history, "id", UUID.class).eq(id), field(live, "id", UUID.class).eq(id)));
  }

  /**
   * All versions of all records whose column holds this id in some version, oldest first within
   * each record; for links, by the record at one end.
   */
  public Result<H> versionsBy(DSLContext dsl, String column, UUID value) {
    Table<Record> table =
        versions(
                field(history, column, UUID.class).eq(value),
                field(live, column, UUID.class).eq(value))
            .asTable(name() + "_versions");
    return dsl.selectFrom(table)
        .orderBy(id(table), field(table, "valid_from", OffsetDateTime.class))
        .fetch()
        .into(history);
  }

  /** The version that was valid at an instant; empty where the record did not exist then. */
  public Optional<H> asOf(DSLContext dsl, UUID id, Instant instant) {
    return fetch(
            dsl,
            versions(
                field(history, "id", UUID.class).eq(id).and(historyAt(instant)),
                field(live, "id", UUID.class).eq(id).and(liveAt(instant))))
        .stream()
        .findFirst();
  }

  /** The whole table as it was at an instant, to select from; it has the columns of the history. */
  public Table<Record> asOf(Instant instant) {
    return versions(historyAt(instant), liveAt(instant)).asTable(name() + "_as_of");
  }

  /** The versions that began within [from, to), to select from. */
  public Table<Record> changesBetween(Instant from, Instant to) {
    // valid_to lies after valid_from: lets PostgreSQL skip the partitions that ended before
    Condition ended = field(history, "valid_to", OffsetDateTime.class).gt(utc(from));
    return versions(
            began(field(history, "valid_from", OffsetDateTime.class), from, to).and(ended),
            began(field(live, "changed_at", OffsetDateTime.class), from, to))
        .asTable(name() + "_changes");
  }

  /** The versions that a member made, to select from. */
  public Table<Record> changesBy(UUID member) {
    return versions(
            field(history, "changed_by", UUID.class).eq(member),
            field(live, "changed_by", UUID.class).eq(member))
        .asTable(name() + "_changes");
  }

  /** The archived records that a condition on the archive's columns holds for, newest first. */
  public Result<A> archived(DSLContext dsl, Condition filter) {
    return dsl.selectFrom(archive)
        .where(filter)
        .orderBy(field(archive, "archived_at", OffsetDateTime.class).desc(), id(archive))
        .fetch();
  }

  /**
   * Puts everything of one entry of the bin back, of whatever table.
   *
   * @return how many rows came back
   * @throws org.jooq.exception.DataAccessException if the entry is gone or something is in the way
   */
  public static int restore(DSLContext dsl, UUID archiveId) {
    return restore(dsl, archiveId, false);
  }

  /** As {@link #restore(DSLContext, UUID)}, but may leave in the bin what can not come back. */
  public static int restore(DSLContext dsl, UUID archiveId, boolean leaveConflicts) {
    return eu.rempart.db.generated.rempart.Routines.restore(
        dsl.configuration(), archiveId, leaveConflicts);
  }

  private Select<Record> versions(Condition onHistory, Condition onLive) {
    List<SelectField<?>> liveColumns = new ArrayList<>();
    for (Field<?> column : history.fields()) {
      liveColumns.add(liveColumn(column));
    }
    return select(List.of(history.fields()))
        .from(history)
        .where(onHistory)
        .unionAll(select(liveColumns).from(live).where(onLive));
  }

  private <T> SelectField<T> liveColumn(Field<T> column) {
    if (column.getName().equals("valid_from")) {
      return field(live, "changed_at", column.getType()).as(column.getName());
    }
    Field<T> same = live.field(column.getName(), column.getType());
    return same == null ? none(column).as(column.getName()) : same;
  }

  private static <T> Field<T> none(Field<T> column) {
    @Nullable T nothing = null;
    return inline(nothing, column.getDataType()).cast(column.getDataType());
  }

  private Result<H> fetch(DSLContext dsl, Select<Record> versions) {
    Table<Record> table = versions.asTable(name() + "_versions");
    return dsl.selectFrom(table)
        .where(noCondition())
        .orderBy(
            field(table, "valid_from", OffsetDateTime.class).desc(),
            field(table, "version", Integer.class).desc())
        .fetch()
        .into(history);
  }

  private Condition historyAt(Instant instant) {
    return field(history, "valid_from", OffsetDateTime.class)
        .le(utc(instant))
        .and(field(history, "valid_to", OffsetDateTime.class).gt(utc(instant)));
  }

  private Condition liveAt(Instant instant) {
    return field(live, "changed_at", OffsetDateTime.class).le(utc(instant));
  }

  private static Condition began(Field<OffsetDateTime> at, Instant from, Instant to) {
    return at.ge(utc(from)).and(at.lt(utc(to)));
  }

  private static Field<UUID> id(Table<?> table) {
    return field(table, "id", UUID.class);
  }

  private static <T> Field<T> field(Table<?> table, String name, Class<T> type) {
    Field<T> field = table.field(name, type);
    if (field == null) {
      throw new IllegalStateException(table.getName() + " has no column " + name);
    }
    return field;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
