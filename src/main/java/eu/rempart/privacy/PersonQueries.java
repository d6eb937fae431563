package eu.rempart.privacy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.rempart.Routines;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Sealing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Everything that is kept of a person: their record and what belongs to it, in every table. */
@Component
class PersonQueries {

  static final String KIND = "contact";
  private static final Field<UUID> ID = field(name("id"), UUID.class);

  private final DSLContext dsl;
  private final Sealing sealing;

  PersonQueries(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** Tables of the person and of what belongs to them, each with the column that says so. */
  private static Map<KeptTable<?, ?, ?>, Field<UUID>> tables() {
    Map<KeptTable<?, ?, ?>, Field<UUID>> tables = new LinkedHashMap<>();
    for (KeptTable<?, ?, ?> table : KeptTables.all()) {
      if (table.name().equals(KIND)) {
        tables.put(table, ID);
      }
      table.belongsTo().entrySet().stream()
          .filter(parent -> parent.getValue().equals(KIND))
          .forEach(parent -> tables.put(table, field(name(parent.getKey()), UUID.class)));
    }
    return tables;
  }

  /** Kinds of the records that are a person's. */
  static List<String> kinds() {
    return tables().keySet().stream().<String>map(KeptTable::name).toList();
  }

  /** How many rows there are of a person, by place. */
  List<Occurrence> occurrences(UUID person) {
    List<Occurrence> all = new ArrayList<>();
    tables()
        .forEach(
            (table, column) -> {
              int live = dsl.fetchCount(table.live(), column.eq(person));
              int bin = dsl.fetchCount(table.archive(), column.eq(person));
              int history = dsl.fetchCount(table.history(), column.eq(person));
              if (live + bin + history > 0) {
                all.add(new Occurrence(table.name(), live, bin, history));
              }
            });
    return all;
  }

  int drafts(UUID person) {
    var drafts = eu.rempart.db.generated.Tables.DRAFT;
    return dsl.fetchCount(drafts, drafts.RECORD_ID.eq(person));
  }

  /** What is kept of a person today, by table. */
  Map<String, List<KeptRow>> now(UUID person) {
    return rows(person, false);
  }

  /** What was kept of a person before, by table. */
  Map<String, List<KeptRow>> before(UUID person) {
    return rows(person, true);
  }

  private Map<String, List<KeptRow>> rows(UUID person, boolean history) {
    Map<String, List<KeptRow>> rows = new LinkedHashMap<>();
    tables()
        .forEach(
            (table, column) -> {
              List<KeptRow> found = new ArrayList<>();
              if (history) {
                read(table, table.history(), column, person, found);
              } else {
                read(table, table.live(), column, person, found);
                read(table, table.archive(), column, person, found);
              }
              if (!found.isEmpty()) {
                rows.put(table.name(), found);
              }
            });
    return rows;
  }

  private void read(
      KeptTable<?, ?, ?> kept,
      Table<? extends Record> table,
      Field<UUID> column,
      UUID person,
      List<KeptRow> into) {
    dsl.selectFrom(table)
        .where(column.eq(person))
        .orderBy(ID)
        .forEach(row -> into.add(new KeptRow(kept, row, sealing)));
  }

  /** Rows by kind, as JSON; empty where there was no such person. */
  Optional<String> erase(UUID person) {
    return Optional.ofNullable(Routines.erase(dsl.configuration(), KIND, person)).map(JSONB::data);
  }

  boolean eraseAgain(String kind, UUID record) {
    return Boolean.TRUE.equals(Routines.eraseAgain(dsl.configuration(), kind, record));
  }
}
