package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.generated.rempart.Routines;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an undo archives together is what the triggers archive one by one. */
class ArchiveRowsTest {

  /** Other for each row, or by the clock. */
  private static final String OWN =
      "'id', 'contact_id', 'company_id', 'created_at', 'changed_at', 'change_id', 'archived_at',"
          + " 'archive_id', 'valid_from', 'valid_to', 'end_change_id'";

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final UUID member = UUID.randomUUID();
  private Rows rows;
  private Writes writes;

  @BeforeEach
  void writes() {
    rows = new Rows(database, member);
    writes = database.writes(member);
  }

  @Test
  void undoWritesWhatTheTriggersWrite() {
    UUID company = rows.company();
    UUID undone = UUID.randomUUID();
    UUID change =
        writes.inTransaction(
            Reason.IMPORT,
            now -> {
              create(undone, company);
              return now.id();
            });
    UUID deleted = UUID.randomUUID();
    writes.run(Reason.IMPORT, now -> create(deleted, company));

    undo(change);
    writes.run(
        Reason.UNDO, now -> database.app().execute("DELETE FROM contact WHERE id = ?", deleted));

    for (String kept : List.of("contact", "contact_company")) {
      String key = kept.equals("contact") ? "id" : "contact_id";
      for (String twin : List.of(kept + "_history", kept + "_archive")) {
        assertThat(row(twin, key, undone)).as(twin).isEqualTo(row(twin, key, deleted));
      }
    }
    Record entry = entryOf(undone);
    assertThat(entry.get("root_table")).isEqualTo("contact");
    assertThat(entry.get("root_id")).isEqualTo(undone);
    assertThat(entry.get("archived_by")).isEqualTo(member);
  }

  @Test
  void laterRowsOfOthersFallWithTheirRecord() {
    UUID contact = UUID.randomUUID();
    UUID company = rows.company();
    UUID change =
        writes.inTransaction(
            Reason.IMPORT,
            now -> {
              database.app().execute("INSERT INTO contact (id) VALUES (?)", contact);
              return now.id();
            });
    UUID link = rows.link(contact, company);

    undo(change);

    assertThat(rows.lives("contact_company", link)).isFalse();
    UUID entry = entryOf(contact).get("archive_id", UUID.class);
    rows.write(
        Reason.RESTORE, () -> Routines.restore(database.app().configuration(), entry, false));
    assertThat(rows.lives("contact", contact)).isTrue();
    assertThat(rows.lives("contact_company", link)).isTrue();
  }

  @Test
  void settingAloneLetsNoRowVanish() {
    UUID contact = rows.contact("fr");
    writes.run(
        Reason.ARCHIVE,
        now -> {
          database
              .app()
              .execute(
                  "SELECT set_config('rempart.keeper', 'archive', true),"
                      + " set_config('rempart.archive_with', ?, true)",
                  UUID.randomUUID() + "");
          database.app().execute("DELETE FROM contact WHERE id = ?", contact);
        });

    assertThat(row("contact_archive", "id", contact)).isNotBlank();
    assertThat(row("contact_history", "id", contact)).isNotBlank();
  }

  @Test
  void applicationMayNotArchiveByItself() {
    UUID contact = rows.contact("fr");
    assertThatThrownBy(
            () ->
                database
                    .app()
                    .execute("SELECT rempart.archive_rows('contact', ?)", (Object) ids(contact)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("permission denied");
  }

  private static UUID[] ids(UUID id) {
    return new UUID[] {id};
  }

  private static void create(UUID contact, UUID company) {
    database.app().execute("INSERT INTO contact (id, language) VALUES (?, 'de')", contact);
    database
        .app()
        .execute(
            "INSERT INTO contact_company (id, contact_id, company_id) VALUES (?, ?, ?)",
            UUID.randomUUID(),
            contact,
            company);
  }

  private void undo(UUID change) {
    writes.run(Reason.UNDO, now -> Routines.undoChange(database.app().configuration(), change));
  }

  private static String row(String table, String key, UUID id) {
    return database
        .owner()
        .fetchSingle(
            "SELECT to_jsonb(t) - ARRAY[%s] FROM %s t WHERE %s = ?".formatted(OWN, table, key), id)
        .get(0)
        .toString();
  }

  private static Record entryOf(UUID contact) {
    return database
        .owner()
        .fetchSingle(
            "SELECT e.* FROM archive_entry e JOIN contact_archive a ON a.archive_id = e.archive_id"
                + " WHERE a.id = ?",
            contact);
  }
}
