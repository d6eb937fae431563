package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.kept.KeptTable;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestoreTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Rows rows;
  private UUID member;

  @BeforeEach
  void makeMember() {
    member = database.member("MEMBER");
    rows = new Rows(database, member);
  }

  @Test
  void everythingOfAnEntryComesBackAsTheNextVersion() {
    UUID contact = rows.contact("fr");
    rows.language(contact, "de");
    UUID link = rows.link(contact, rows.company());
    rows.delete("contact", contact);
    UUID entry = rows.entryOf(contact);

    rows.write(
        Reason.RESTORE, () -> assertThat(KeptTable.restore(database.app(), entry)).isEqualTo(2));

    Record back = database.app().fetchSingle("SELECT * FROM contact WHERE id = ?", contact);
    assertThat(back.get("version")).isEqualTo(3);
    assertThat(back.get("language")).isEqualTo("de");
    assertThat(back.get("created_by")).isEqualTo(member);
    assertThat(back.get("change_reason")).isEqualTo("restore");
    assertThat(rows.lives("contact_company", link)).isTrue();
    assertThat(count("archive_entry", "archive_id", entry)).isZero();
    assertThat(count("contact_archive", "id", contact)).isZero();
  }

  @Test
  void aRowWhoseOtherParentLiesInTheBinWaitsThereForIt() {
    UUID contact = rows.contact("fr");
    UUID company = rows.company();
    UUID link = rows.link(contact, company);
    rows.delete("contact", contact);
    rows.delete("company", company);
    UUID ofContact = rows.entryOf(contact);
    UUID ofCompany = rows.entryOf(company);

    assertThat(conflicts(ofContact)).isEqualTo("PARENT_ARCHIVED company");
    assertThatThrownBy(() -> KeptTable.restore(database.app(), ofContact))
        .hasMessageContaining("can not be restored whole: 1 rows conflict");
    assertThat(rows.lives("contact", contact)).isFalse();

    assertThat(KeptTable.restore(database.app(), ofContact, true)).isEqualTo(1);
    assertThat(rows.lives("contact", contact)).isTrue();
    assertThat(rows.lives("contact_company", link)).isFalse();
    assertThat(count("archive_entry", "archive_id", ofContact)).isZero();

    assertThat(KeptTable.restore(database.app(), ofCompany)).isEqualTo(2);
    assertThat(rows.lives("contact_company", link)).isTrue();
  }

  @Test
  void aRowWhosePlaceIsTakenStaysInTheBinUnderItsEntry() {
    UUID contact = rows.contact("fr");
    UUID company = rows.company();
    UUID link = rows.link(contact, company);
    rows.delete("contact_company", link);
    UUID entry = rows.entryOf(link);
    UUID taker = rows.link(contact, company);

    assertThat(conflicts(entry)).isEqualTo("TAKEN contact_company");
    assertThatThrownBy(() -> KeptTable.restore(database.app(), entry))
        .hasMessageContaining("1 rows conflict");
    assertThat(KeptTable.restore(database.app(), entry, true)).isZero();
    assertThat(count("archive_entry", "archive_id", entry)).isEqualTo(1);

    rows.delete("contact_company", taker);
    assertThat(KeptTable.restore(database.app(), entry)).isEqualTo(1);
    assertThat(rows.lives("contact_company", link)).isTrue();
  }

  @Test
  void anEntryIsFiledUnderWhatIsLeftOfIt() {
    UUID contact = rows.contact("fr");
    UUID company = rows.company();
    UUID link = rows.link(contact, company);
    rows.delete("contact", contact);
    UUID entry = rows.entryOf(contact);
    // somebody makes the same contact and link anew meanwhile
    database.app().execute("INSERT INTO contact (id, language) VALUES (?, 'nl')", contact);

    assertThat(KeptTable.restore(database.app(), entry, true)).isEqualTo(1);
    assertThat(rows.lives("contact_company", link)).isTrue();
    assertThat(rows.entryOf(contact)).isEqualTo(entry);
  }

  @Test
  void twoPeopleWhoRestoreTheSameEntryGetItOnce() throws Exception {
    UUID contact = rows.contact("fr");
    rows.delete("contact", contact);
    UUID entry = rows.entryOf(contact);
    CountDownLatch both = new CountDownLatch(2);
    Callable<Boolean> restore =
        () -> {
          both.countDown();
          both.await(2, TimeUnit.MINUTES);
          try {
            return KeptTable.restore(database.app(), entry) == 1;
          } catch (org.jooq.exception.DataAccessException e) {
            assertThat(e).hasMessageContaining("is not in the bin");
            return false;
          }
        };
    try (var people = Executors.newFixedThreadPool(2)) {
      Future<Boolean> first = people.submit(restore);
      Future<Boolean> second = people.submit(restore);
      assertThat(first.get() ^ second.get()).isTrue();
    }
    assertThat(rows.lives("contact", contact)).isTrue();
  }

  @Test
  void aTemporaryTableOfTheCallerPlaysNoPartInARestore() {
    UUID contact = rows.contact("fr");
    rows.delete("contact", contact);
    UUID entry = rows.entryOf(contact);

    database
        .app()
        .transaction(
            inner -> {
              inner
                  .dsl()
                  .execute("CREATE TEMPORARY TABLE archive_entry (archive_id uuid) ON COMMIT DROP");
              inner.dsl().execute("SET LOCAL search_path = pg_temp, public");
              assertThat(KeptTable.restore(inner.dsl(), entry)).isEqualTo(1);
            });
  }

  private static String conflicts(UUID entry) {
    return database
        .app()
        .fetchSingle(
            "SELECT string_agg(conflict || ' ' || other_table, ',') FROM"
                + " rempart.restore_conflicts(?)",
            entry)
        .get(0, String.class);
  }

  private static int count(String table, String column, UUID value) {
    return database
        .app()
        .fetchSingle("SELECT count(*) FROM " + table + " WHERE " + column + " = ?", value)
        .get(0, int.class);
  }
}
