package eu.rempart.privacy;

import static eu.rempart.db.generated.Tables.LEDGER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.rempart.Routines;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Sealing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept of a person: their record and what belongs to it, in every table. */
@Component
class PersonQueries {

  static final String KIND = "contact";
  private static final String FILE = "document_file";
  private static final Field<UUID> ID = field(name("id"), UUID.class);
  private static final Field<UUID> DOCUMENT = field(name("document_id"), UUID.class);

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

  /** Kinds of the records of which a person gets a copy: theirs, and what is linked with them. */
  static List<String> kinds() {
    return Stream.concat(
            tables().keySet().stream().<String>map(KeptTable::name),
            Stream.of("activity", "document", FILE, "quote"))
        .toList();
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

  /** The person's id, and those of what belongs to them, live or in the bin. */
  Set<UUID> ids(UUID person) {
    Set<UUID> ids = new HashSet<>();
    ids.add(person);
    tables()
        .forEach(
            (table, column) -> {
              for (var place : List.of(table.live(), table.archive())) {
                ids.addAll(dsl.selectDistinct(ID).from(place).where(column.eq(person)).fetch(ID));
              }
            });
    return ids;
  }

  int drafts(UUID person) {
    var drafts = eu.rempart.db.generated.Tables.DRAFT;
    return dsl.fetchCount(drafts, drafts.RECORD_ID.eq(person));
  }

  /**
   * What is kept of a person today, by table.
   *
   * @param tied what is linked with them: ids by kind
   */
  Map<String, List<KeptRow>> now(UUID person, Map<String, Set<UUID>> tied) {
    return rows(person, tied, false);
  }

  /** What was kept of a person before, by table. */
  Map<String, List<KeptRow>> before(UUID person, Map<String, Set<UUID>> tied) {
    return rows(person, tied, true);
  }

  private Map<String, List<KeptRow>> rows(
      UUID person, Map<String, Set<UUID>> tied, boolean history) {
    Map<String, List<KeptRow>> rows = new LinkedHashMap<>();
    tables().forEach((table, column) -> rows(table, column.eq(person), history, rows));
    tied.forEach(
        (kind, ids) -> {
          Condition these = ID.eq(any(ids.toArray(UUID[]::new)));
          rows(KeptTables.of(kind), these, history, rows);
          if (kind.equals("document")) {
            Condition theirs = DOCUMENT.eq(any(ids.toArray(UUID[]::new)));
            rows(KeptTables.of(FILE), theirs, history, rows);
          }
        });
    return rows;
  }

  private void rows(
      KeptTable<?, ?, ?> table, Condition which, boolean history, Map<String, List<KeptRow>> into) {
    List<KeptRow> found = new ArrayList<>();
    if (history) {
      read(table, table.history(), which, found);
    } else {
      read(table, table.live(), which, found);
      read(table, table.archive(), which, found);
    }
    if (!found.isEmpty()) {
      into.computeIfAbsent(table.name(), _ -> new ArrayList<>()).addAll(found);
    }
  }

  private void read(
      KeptTable<?, ?, ?> kept, Table<? extends Record> table, Condition which, List<KeptRow> into) {
    dsl.selectFrom(table)
        .where(which)
        .orderBy(ID)
        .forEach(row -> into.add(new KeptRow(kept, row, sealing)));
  }

  /**
   * Rows by kind, as JSON; empty where there was no such person.
   *
   * @param others what becomes of others' records: see migration V0186
   */
  Optional<String> erase(UUID person, String others) {
    return Optional.ofNullable(
            Routines.erase(dsl.configuration(), KIND, person, JSONB.jsonb(others)))
        .map(JSONB::data);
  }

  /** Who was erased, as the ledger has it: a line each, as it is remembered outside of it. */
  List<String> erasedByLedger() {
    List<String> lines = new ArrayList<>();
    dsl.select(LEDGER.DETAIL)
        .from(LEDGER)
        .where(LEDGER.KIND.eq("erasure"))
        .orderBy(LEDGER.SEQ)
        .forEach(
            row -> {
              JsonNode detail = JsonMapper.shared().readTree(row.value1().data());
              if (detail.path("kind").asString("").equals(KIND)) {
                lines.add(UUID.fromString(detail.path("record").asString("")).toString());
              }
              lines.addAll(ErasureOrder.linesOf(detail.path("others")));
            });
    return lines;
  }

  boolean eraseAgain(String kind, UUID record) {
    return Boolean.TRUE.equals(Routines.eraseAgain(dsl.configuration(), kind, record));
  }

  /** The same with what went of the records of others, as it is remembered. */
  boolean eraseAgain(JsonNode other) {
    String kind = other.path("kind").asString("");
    UUID record = UUID.fromString(other.path("record").asString(""));
    return other.path("how").asString("").equals("former")
        ? Boolean.TRUE.equals(
            Routines.eraseFormerAgain(
                dsl.configuration(),
                kind,
                record,
                JSONB.jsonb(other.path("changed").toString()),
                JSONB.jsonb(other.path("kept").toString())))
        : eraseAgain(kind, record);
  }
}
