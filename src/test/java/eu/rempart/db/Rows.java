package eu.rempart.db;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jooq.impl.DSL;

/** Writes rows through the application's role, in the name of a member. */
final class Rows {

  private final TestDatabase database;
  private final Writes writes;

  Rows(TestDatabase database, UUID member) {
    this.database = database;
    this.writes = database.writes(member);
  }

  void write(Reason reason, Runnable work) {
    writes.run(reason, change -> work.run());
  }

  UUID contact(String language) {
    UUID id = UUID.randomUUID();
    write(Reason.EDIT, "INSERT INTO contact (id, language) VALUES (?, ?)", id, language);
    return id;
  }

  UUID company() {
    UUID id = UUID.randomUUID();
    write(
        Reason.EDIT,
        "INSERT INTO company (id, name) VALUES (?, ?)",
        id,
        "sealed".getBytes(StandardCharsets.UTF_8));
    return id;
  }

  UUID link(UUID contact, UUID company) {
    UUID id = UUID.randomUUID();
    write(
        Reason.EDIT,
        "INSERT INTO contact_company (id, contact_id, company_id) VALUES (?, ?, ?)",
        id,
        contact,
        company);
    return id;
  }

  void language(UUID contact, String language) {
    write(Reason.EDIT, "UPDATE contact SET language = ? WHERE id = ?", language, contact);
  }

  void delete(String table, UUID id) {
    write(Reason.ARCHIVE, "DELETE FROM " + table + " WHERE id = ?", id);
  }

  boolean lives(String table, UUID id) {
    return database.app().fetchExists(DSL.table(table), DSL.field("id", UUID.class).eq(id));
  }

  UUID entryOf(UUID record) {
    return database
        .app()
        .fetchSingle("SELECT archive_id FROM archive_entry WHERE root_id = ?", record)
        .get(0, UUID.class);
  }

  private void write(Reason reason, String sql, Object... values) {
    write(reason, () -> database.app().execute(sql, values));
  }
}
