package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.generated.rempart.Routines;
import eu.rempart.db.generated.rempart.routines.UndoChange;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UndoChangeTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final UUID member = UUID.randomUUID();
  private Rows rows;
  private Writes writes;

  @BeforeEach
  void writes() {
    rows = new Rows(database, member);
    writes = database.writes(member);
  }

  private UUID change(java.util.function.Consumer<DSLContext> work) {
    return writes.inTransaction(
        Reason.IMPORT,
        change -> {
          work.accept(database.app());
          return change.id();
        });
  }

  private UndoChange undo(UUID change) {
    return writes.inTransaction(
        Reason.UNDO, now -> Routines.undoChange(database.app().configuration(), change));
  }

  private String language(UUID contact) {
    return database
        .app()
        .fetchSingle("SELECT language FROM contact WHERE id = ?", contact)
        .get(0, String.class);
  }

  @Test
  void createdRecordsGoToTheBinUnderOneEntryAndComeBackTogether() {
    UUID contact = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    UUID company = rows.company();
    UUID change =
        change(
            db -> {
              db.execute("INSERT INTO contact (id) VALUES (?), (?)", contact, other);
              db.execute(
                  "INSERT INTO contact_company (id, contact_id, company_id) VALUES (?, ?, ?)",
                  UUID.randomUUID(),
                  contact,
                  company);
            });

    UndoChange undone = undo(change);

    assertThat(undone.getArchived()).isEqualTo(2);
    assertThat(undone.getLeftAlone()).isZero();
    assertThat(rows.lives("contact", contact)).isFalse();
    assertThat(rows.lives("contact", other)).isFalse();
    assertThat(rows.lives("company", company)).isTrue();
    UUID entry =
        database
            .app()
            .fetchSingle("SELECT archive_id FROM contact_archive WHERE id = ?", other)
            .get(0, UUID.class);
    rows.write(
        Reason.RESTORE, () -> Routines.restore(database.app().configuration(), entry, false));
    assertThat(rows.lives("contact", contact)).isTrue();
    assertThat(rows.lives("contact", other)).isTrue();
  }

  @Test
  void changedRecordsGetTheValuesFromBeforeEvenIfTheChangeTouchedThemTwice() {
    UUID contact = rows.contact("fr");
    UUID change =
        change(
            db -> {
              db.execute("UPDATE contact SET language = 'de' WHERE id = ?", contact);
              db.execute("UPDATE contact SET language = 'nl' WHERE id = ?", contact);
            });

    assertThat(undo(change).getPutBack()).isEqualTo(1);

    assertThat(language(contact)).isEqualTo("fr");
  }

  @Test
  void whatSomebodyChangedSinceIsLeftAloneAndCounted() {
    UUID updated = rows.contact("fr");
    UUID created = UUID.randomUUID();
    UUID change =
        change(
            db -> {
              db.execute("UPDATE contact SET language = 'de' WHERE id = ?", updated);
              db.execute("INSERT INTO contact (id, language) VALUES (?, 'de')", created);
            });
    rows.language(updated, "ro");
    rows.language(created, "ro");

    UndoChange undone = undo(change);

    assertThat(undone.getLeftAlone()).isEqualTo(2);
    assertThat(language(updated)).isEqualTo("ro");
    assertThat(language(created)).isEqualTo("ro");
  }

  @Test
  void archivedRecordsComeBackWithTheirLinks() {
    UUID contact = rows.contact("fr");
    UUID company = rows.company();
    UUID link = rows.link(contact, company);
    UUID change = change(db -> db.execute("DELETE FROM company WHERE id = ?", company));

    assertThat(undo(change).getRestored()).isEqualTo(2);

    assertThat(rows.lives("company", company)).isTrue();
    assertThat(rows.lives("contact_company", link)).isTrue();
  }

  @Test
  void undoingTwiceChangesNothingMore() {
    UUID contact = rows.contact("fr");
    UUID change =
        change(db -> db.execute("UPDATE contact SET language = 'de' WHERE id = ?", contact));
    undo(change);
    rows.language(contact, "it");

    UndoChange again = undo(change);

    assertThat(again.getPutBack()).isZero();
    assertThat(language(contact)).isEqualTo("it");
  }

  /** Or each of many rows costs a reading of the history, which grows by every row taken back. */
  @Test
  void manyRowsThatThePlannerHasNotSeenYetAreTakenBackWithoutReadingTheHistoryForEach() {
    change(db -> insert(db, 200));
    change(db -> db.execute("UPDATE contact SET language = 'de' WHERE language IS NULL"));
    database.owner().execute("ANALYZE contact");
    database.owner().execute("ANALYZE contact_history");
    UUID change = change(db -> insert(db, 1_000));

    long read =
        writes.inTransaction(
            Reason.UNDO,
            now -> {
              long before = timesRead();
              var undone = Routines.undoChange(database.app().configuration(), change);
              assertThat(undone.getArchived()).isEqualTo(1_000);
              return timesRead() - before;
            });

    assertThat(read).as("times that all of a part of the history was read").isLessThan(100);
  }

  private static void insert(DSLContext db, int rows) {
    db.execute(
        "INSERT INTO contact (id) SELECT gen_random_uuid() FROM generate_series(1, ?)", rows);
  }

  private static long timesRead() {
    return database
        .app()
        .fetchSingle(
            "SELECT sum(seq_scan) FROM pg_stat_xact_user_tables"
                + " WHERE relname LIKE 'contact_history%'")
        .get(0, Long.class);
  }
}
