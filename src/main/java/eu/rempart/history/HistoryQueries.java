package eu.rempart.history;

import static eu.rempart.db.generated.Tables.MEMBER;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import eu.rempart.db.generated.OpenedMember;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.SealedColumn;
import eu.rempart.db.sealed.Sealing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes through the generic tables; knows columns only by what the kind says. */
@Component
class HistoryQueries {

  private static final Field<UUID> ID = field(name("id"), UUID.class);
  private static final Field<Integer> VERSION = field(name("version"), Integer.class);

  private final DSLContext dsl;
  private final Sealing sealing;

  HistoryQueries(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** Oldest first; the one that is valid now comes last and has no end. */
  List<KeptRow> versions(KeptTable<?, ?, ?> table, UUID id) {
    return table.versionsOf(dsl, id).stream().map(record -> row(table, record)).toList().reversed();
  }

  /** All versions of all rows whose column holds this id, oldest first within each row. */
  List<KeptRow> versionsBy(KeptTable<?, ?, ?> table, String column, UUID parent) {
    return table.versionsBy(dsl, column, parent).stream()
        .map(record -> row(table, record))
        .toList();
  }

  Optional<KeptRow> at(KeptTable<?, ?, ?> table, UUID id, Instant instant) {
    return table.asOf(dsl, id, instant).map(record -> row(table, record));
  }

  List<KeptRow> at(KeptTable<?, ?, ?> table, String column, UUID parent, Instant instant) {
    Table<Record> then = table.asOf(instant);
    return dsl.selectFrom(then)
        .where(field(then.getQualifiedName().append(column), UUID.class).eq(parent))
        .fetch(record -> row(table, record));
  }

  /** The rows, be they live or in the bin. */
  List<KeptRow> current(KeptTable<?, ?, ?> table, Collection<UUID> ids) {
    List<KeptRow> rows = new ArrayList<>();
    dsl.selectFrom(table.live()).where(ID.in(ids)).forEach(record -> rows.add(row(table, record)));
    dsl.selectFrom(table.archive())
        .where(ID.in(ids))
        .forEach(record -> rows.add(row(table, record)));
    return rows;
  }

  /** Copies ciphertext as it is: it was made for this record and column. False where stale. */
  boolean putBack(
      KeptTable<?, ?, ?> table, KeptRow old, Collection<String> columns, int expectedVersion) {
    Map<Field<?>, Object> values = new LinkedHashMap<>();
    for (String column : columns) {
      Field<?> field = Objects.requireNonNull(table.live().field(column));
      values.put(field, old.record().get(column, field.getType()));
    }
    return dsl.update(table.live())
            .set(values)
            .where(ID.eq(old.id()))
            .and(VERSION.eq(expectedVersion))
            .execute()
        == 1;
  }

  /** Writes a column of text, sealed where it is, into the version that was read. */
  boolean write(
      KeptTable<?, ?, ?> table, KeptRow current, KeptColumn column, @Nullable String text) {
    Field<?> field = Objects.requireNonNull(table.live().field(column.name()));
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(field, sealed(table, current.id(), column, text));
    return dsl.update(table.live())
            .set(values)
            .where(ID.eq(current.id()))
            .and(VERSION.eq(current.version()))
            .execute()
        == 1;
  }

  @SuppressWarnings("unchecked") // a sealed column of text opens to text
  private @Nullable Object sealed(
      KeptTable<?, ?, ?> table, UUID id, KeptColumn column, @Nullable String text) {
    return column.sealed() == null
        ? text
        : sealing.of(table.name(), id).seal((SealedColumn<String>) column.sealed(), text);
  }

  /** Those whose name opens; an engineer's is in clear. */
  Map<UUID, String> memberNames(Collection<UUID> members) {
    Map<UUID, String> names = new HashMap<>();
    dsl.selectFrom(MEMBER)
        .where(MEMBER.ID.in(members))
        .forEach(
            record -> {
              String name =
                  record.getEngineerName() != null
                      ? record.getEngineerName()
                      : new OpenedMember(record, sealing).name().orNull();
              if (name != null) {
                names.put(record.getId(), name);
              }
            });
    return names;
  }

  private KeptRow row(KeptTable<?, ?, ?> table, Record record) {
    return new KeptRow(table, record, sealing);
  }
}
