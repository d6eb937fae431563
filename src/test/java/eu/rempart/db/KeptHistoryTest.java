package eu.rempart.db;

import static eu.rempart.db.generated.Tables.ARCHIVE_ENTRY;
import static eu.rempart.db.generated.Tables.CONTACT;
import static eu.rempart.db.generated.Tables.CONTACT_ARCHIVE;
import static eu.rempart.db.generated.Tables.CONTACT_COMPANY;
import static eu.rempart.db.generated.Tables.CONTACT_COMPANY_ARCHIVE;
import static eu.rempart.db.generated.Tables.CONTACT_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.generated.tables.records.ArchiveEntryRecord;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptHistoryTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Rows rows;
  private UUID member;

  @BeforeEach
  void makeMember() {
    member = database.member("MEMBER");
    rows = new Rows(database, member);
  }

  @Test
  void anInsertIsSignedByTheDatabaseWhateverItClaims() {
    UUID id = UUID.randomUUID();
    rows.write(
        Reason.EDIT,
        () ->
            database
                .app()
                .insertInto(CONTACT)
                .set(CONTACT.ID, id)
                .set(CONTACT.VERSION, 99)
                .set(CONTACT.CREATED_BY, UUID.randomUUID())
                .set(CONTACT.CREATED_SOURCE, "forged")
                .execute());

    var contact = database.app().fetchSingle(CONTACT, CONTACT.ID.eq(id));
    assertThat(contact.getVersion()).isEqualTo(1);
    assertThat(contact.getCreatedBy()).isEqualTo(member);
    assertThat(contact.getCreatedSource()).isEqualTo("manual");
    assertThat(contact.getChangeReason()).isEqualTo("edit");
    assertThat(contact.getChangeId()).isNotNull();
  }

  @Test
  void theSettingOfRestoreDoesNotLetAnybodyForgeWhoMadeARow() {
    UUID id = UUID.randomUUID();
    database
        .app()
        .transaction(
            inner -> {
              inner.dsl().execute("SELECT set_config('rempart.keeper', 'restore', true)");
              inner
                  .dsl()
                  .insertInto(CONTACT)
                  .set(CONTACT.ID, id)
                  .set(CONTACT.CREATED_SOURCE, "forged")
                  .execute();
            });

    assertThat(database.app().fetchSingle(CONTACT, CONTACT.ID.eq(id)).getCreatedSource())
        .isEqualTo("database:rempart_app");
  }

  @Test
  void anUpdateLeavesTheFormerRowInHistory() {
    UUID id = rows.contact("fr");
    rows.language(id, "de");

    var former = database.app().fetchSingle(CONTACT_HISTORY, CONTACT_HISTORY.ID.eq(id));
    var now = database.app().fetchSingle(CONTACT, CONTACT.ID.eq(id));
    assertThat(former.getLanguage()).isEqualTo("fr");
    assertThat(former.getVersion()).isEqualTo(1);
    assertThat(former.getEndedBy()).isEqualTo(member);
    assertThat(former.getEndChangeId()).isEqualTo(now.getChangeId());
    assertThat(former.getValidTo()).isEqualTo(now.getChangedAt());
    assertThat(now.getVersion()).isEqualTo(2);
    assertThat(now.getCreatedAt()).isEqualTo(former.getCreatedAt());
  }

  @Test
  void anOperatorsUpdateIsRecordedUnderTheDatabaseUser() {
    UUID id = rows.contact("fr");
    database.owner().execute("UPDATE contact SET language = 'nl' WHERE id = ?", id);

    var now = database.app().fetchSingle(CONTACT, CONTACT.ID.eq(id));
    assertThat(now.getChangedBy()).isNull();
    assertThat(now.getChangeSource()).isEqualTo("database:rempart_owner");
    assertThat(
            database.app().fetchSingle(CONTACT_HISTORY, CONTACT_HISTORY.ID.eq(id)).getEndSource())
        .isEqualTo("database:rempart_owner");
  }

  @Test
  void aDeleteMovesTheRecordAndItsLinksToTheBinTogether() {
    UUID contact = rows.contact("fr");
    UUID company = rows.company();
    UUID link = rows.link(contact, company);
    rows.delete("contact", contact);

    ArchiveEntryRecord entry =
        database.app().fetchSingle(ARCHIVE_ENTRY, ARCHIVE_ENTRY.ROOT_ID.eq(contact));
    assertThat(entry.getRootTable()).isEqualTo("contact");
    assertThat(entry.getArchivedBy()).isEqualTo(member);
    assertThat(entry.getArchiveReason()).isEqualTo("archive");
    assertThat(
            database
                .app()
                .fetchSingle(CONTACT_COMPANY_ARCHIVE, CONTACT_COMPANY_ARCHIVE.ID.eq(link))
                .getArchiveId())
        .isEqualTo(entry.getArchiveId());
    assertThat(
            database
                .app()
                .fetchSingle(CONTACT_ARCHIVE, CONTACT_ARCHIVE.ID.eq(contact))
                .getLanguage())
        .isEqualTo("fr");
    assertThat(database.app().fetchCount(CONTACT_HISTORY, CONTACT_HISTORY.ID.eq(contact)))
        .isEqualTo(1);
    assertThat(database.app().fetchCount(CONTACT, CONTACT.ID.eq(contact))).isZero();
    assertThat(database.app().fetchCount(CONTACT_COMPANY, CONTACT_COMPANY.ID.eq(link))).isZero();
  }

  @Test
  void aLinkAloneGetsAnEntryOfItsOwn() {
    UUID link = rows.link(rows.contact("fr"), rows.company());
    rows.delete("contact_company", link);

    assertThat(
            database
                .app()
                .fetchSingle(ARCHIVE_ENTRY, ARCHIVE_ENTRY.ROOT_ID.eq(link))
                .getRootTable())
        .isEqualTo("contact_company");
  }

  @Test
  void manyRowsOfOneStatementEachGetAnEntryUnlessTheyBelongTogether() {
    UUID first = rows.contact("fr");
    UUID second = rows.contact("fr");
    database.owner().execute("DELETE FROM contact WHERE id IN (?, ?)", first, second);
    assertThat(database.app().fetchCount(ARCHIVE_ENTRY, ARCHIVE_ENTRY.ROOT_ID.in(first, second)))
        .isEqualTo(2);

    UUID third = rows.contact("fr");
    UUID fourth = rows.contact("fr");
    UUID together = UUID.randomUUID();
    database
        .owner()
        .transaction(
            inner -> {
              inner
                  .dsl()
                  .execute("SELECT set_config('rempart.archive_with', ?, true)", together + "");
              inner.dsl().execute("DELETE FROM contact WHERE id IN (?, ?)", third, fourth);
            });
    assertThat(database.app().fetchCount(CONTACT_ARCHIVE, CONTACT_ARCHIVE.ARCHIVE_ID.eq(together)))
        .isEqualTo(2);
    assertThat(database.app().fetchCount(ARCHIVE_ENTRY, ARCHIVE_ENTRY.ARCHIVE_ID.eq(together)))
        .isEqualTo(1);
  }

  @Test
  void noTableThatIsKeptIsEmptiedBeItOneOfTomorrow() {
    List<String> kept =
        database.owner().fetch("SELECT name FROM rempart.kept_table").getValues(0, String.class);
    assertThat(kept).contains("contact", "company", "deal", "activity", "note", "document");

    for (String table : kept) {
      for (String place : List.of("", "_history", "_archive")) {
        assertThatThrownBy(() -> database.owner().execute("TRUNCATE " + table + place + " CASCADE"))
            .as(table + place)
            .hasMessageContaining("is refused");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRUNCATE contact CASCADE",
        "TRUNCATE contact_company",
        "TRUNCATE contact_history",
        "TRUNCATE contact_history_default",
        "TRUNCATE contact_archive",
        "TRUNCATE archive_entry CASCADE",
        "TRUNCATE ledger",
        "TRUNCATE purge_request",
        "INSERT INTO contact_history SELECT h.* FROM contact_history h",
        "UPDATE contact_history SET language = 'xx'",
        "DELETE FROM contact_history",
        "UPDATE contact_archive SET language = 'xx'",
        "DELETE FROM contact_archive",
        "DELETE FROM archive_entry",
        "UPDATE archive_entry SET archived_by = NULL",
        "UPDATE contact SET id = gen_random_uuid()",
      })
  void evenTheOwnerIsRefused(String sql) {
    UUID id = rows.contact("fr");
    rows.language(id, "de");
    rows.delete("contact", rows.contact("fr"));

    assertThatThrownBy(() -> database.owner().execute(sql))
        .hasMessageMatching("(?s).*(is refused|never changes).*");
  }

  @Test
  void aTruncateOfAMonthIsRefused() {
    String month =
        database
            .owner()
            .fetchSingle(
                "SELECT 'contact_history_' || to_char(now() AT TIME ZONE 'UTC', 'YYYY_MM')")
            .get(0, String.class);

    assertThatThrownBy(() -> database.owner().execute("TRUNCATE " + month))
        .hasMessageContaining("is refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO contact_history SELECT h.* FROM contact_history h",
        "UPDATE contact_history SET language = 'xx'",
        "DELETE FROM contact_history",
        "DELETE FROM contact_archive",
        "DELETE FROM archive_entry",
        "TRUNCATE contact",
        "INSERT INTO ledger SELECT * FROM ledger",
        "DELETE FROM member",
        "SELECT rempart.keep_history('member')",
        "SELECT rempart.make_history_partition('contact', '2020-01-01')",
        "SELECT rempart.write_triggers('contact')",
        "ALTER TABLE contact DISABLE TRIGGER keep_delete",
        "CREATE TABLE public.own (id int)",
      })
  void theApplicationsRoleHasNoRightTo(String sql) {
    assertThatThrownBy(() -> database.app().execute(sql))
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @Test
  void theApplicationsRoleGainsNothingFromTheSettingOfThePurge() {
    rows.language(rows.contact("fr"), "de");

    assertThatThrownBy(
            () ->
                database
                    .app()
                    .transaction(
                        inner -> {
                          inner.dsl().execute("SELECT set_config('rempart.keeper', 'purge', true)");
                          inner.dsl().execute("DELETE FROM contact_history");
                        }))
        .hasMessageContaining("permission denied");
  }
}
