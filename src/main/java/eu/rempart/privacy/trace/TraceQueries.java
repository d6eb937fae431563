package eu.rempart.privacy.trace;

import static eu.rempart.db.generated.Tables.ARCHIVE_ENTRY;
import static eu.rempart.db.generated.Tables.BULK_RUN;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Sealing;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Reads what others' records have to do with a person: live ones, in the bin, and as they were. */
@Component
class TraceQueries {

  private static final int AT_ONCE = 1000;

  /** How the runs of changes call a merge, and one that was not taken back. */
  private static final String MERGE = "merge";

  private static final String DONE = "DONE";

  private final DSLContext dsl;
  private final Sealing sealing;

  TraceQueries(DSLContext dsl, Sealing sealing) {
    this.dsl = dsl;
    this.sealing = sealing;
  }

  /** What a column holds or held, where another one holds or held one of these. */
  Set<UUID> ids(String table, String wanted, String by, Collection<UUID> among) {
    Set<UUID> found = new LinkedHashSet<>();
    List<UUID> all = List.copyOf(among);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      found.addAll(ids(table, wanted, column(by).eq(any(some.toArray(UUID[]::new)))));
    }
    return found;
  }

  /** Whoever is asked to a meeting by an address alone. */
  Set<UUID> asked() {
    return ids(
        PersonTrace.ATTENDEE,
        "id",
        column("contact_id").isNull().and(column("member_id").isNull()));
  }

  private Set<UUID> ids(String table, String wanted, Condition which) {
    KeptTable<?, ?, ?> kept = KeptTables.of(table);
    Field<UUID> column = column(wanted);
    Set<UUID> found = new LinkedHashSet<>();
    for (Table<? extends Record> place : List.of(kept.live(), kept.archive(), kept.history())) {
      found.addAll(
          dsl.selectDistinct(column)
              .from(place)
              .where(which)
              .and(column.isNotNull())
              .fetch(column));
    }
    return found;
  }

  /**
   * Records in the bin that were merged into a person's, by the change that did both. A change that
   * did both says nothing where it was no merge: an undone import takes strangers to the bin.
   */
  Set<UUID> merged(UUID person) {
    KeptTable<?, ?, ?> contact = KeptTables.CONTACT;
    Condition ofPerson = column("id").eq(person);
    Set<UUID> merged =
        new LinkedHashSet<>(
            dsl.select(ARCHIVE_ENTRY.ROOT_ID)
                .from(ARCHIVE_ENTRY)
                .join(BULK_RUN)
                .on(BULK_RUN.CHANGE_ID.eq(ARCHIVE_ENTRY.CHANGE_ID))
                .where(
                    ARCHIVE_ENTRY.ROOT_TABLE.eq(contact.name()),
                    BULK_RUN.KIND.eq(contact.name()),
                    BULK_RUN.WHAT.eq(MERGE),
                    BULK_RUN.STATE.eq(DONE))
                .and(
                    ARCHIVE_ENTRY
                        .CHANGE_ID
                        .in(select(column("change_id")).from(contact.live()).where(ofPerson))
                        .or(
                            ARCHIVE_ENTRY.CHANGE_ID.in(
                                select(column("change_id"))
                                    .from(contact.history())
                                    .where(ofPerson))))
                .fetch(ARCHIVE_ENTRY.ROOT_ID));
    merged.remove(person);
    return merged;
  }

  /** Which of these documents are linked with anybody else today. */
  Set<UUID> shared(Collection<UUID> documents, UUID person) {
    return new LinkedHashSet<>(
        dsl.selectDistinct(column("document_id"))
            .from(KeptTables.DOCUMENT_LINK.live())
            .where(column("document_id").eq(any(documents.toArray(UUID[]::new))))
            .and(column("contact_id").isDistinctFrom(person))
            .fetch(column("document_id")));
  }

  List<KeptRow> rows(
      KeptTable<?, ?, ?> kept, Table<? extends Record> place, String by, Collection<UUID> ids) {
    return dsl.selectFrom(place)
        .where(column(by).eq(any(ids.toArray(UUID[]::new))))
        .fetch(row -> new KeptRow(kept, row, sealing));
  }

  private static Field<UUID> column(String column) {
    return field(name(column), UUID.class);
  }
}
