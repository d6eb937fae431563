package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** What later migrations and later months bring, and whom the database tells of changes. */
class KeepHistoryAgainTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Rows rows;

  @BeforeEach
  void makeMember() {
    rows = new Rows(database, database.member("MEMBER"));
  }

  @Test
  void aTableMayGainAndLoseColumns() {
    DSLContext owner = database.owner();
    UUID before = rows.contact("fr");
    owner.execute("ALTER TABLE contact ADD COLUMN nickname sealed_text");
    owner.execute("ALTER TABLE contact ADD COLUMN shoe_size int NOT NULL DEFAULT 40");
    owner.execute("SELECT rempart.keep_history('contact')");
    owner.execute("UPDATE contact SET shoe_size = 41 WHERE id = ?", before);
    owner.execute("UPDATE contact SET shoe_size = 42 WHERE id = ?", before);
    assertThat(
            owner
                .fetch(
                    "SELECT shoe_size FROM contact_history WHERE id = ? ORDER BY version", before)
                .getValues(0))
        .hasToString("[40, 41]");

    owner.execute("ALTER TABLE contact DROP COLUMN do_not_call");
    owner.execute("SELECT rempart.keep_history('contact')");
    owner.execute("DELETE FROM contact WHERE id = ?", before);
    assertThat(eu.rempart.db.kept.KeptTable.restore(database.app(), rows.entryOf(before)))
        .isEqualTo(1);
    assertThat(
            owner
                .fetchSingle("SELECT shoe_size FROM contact WHERE id = ?", before)
                .get(0, int.class))
        .isEqualTo(42);
  }

  @Test
  void rowsOfAMonthNobodyPreparedMoveToItsPartition() {
    DSLContext owner = database.owner();
    // the role has another time zone than the server: months begin at midnight UTC all the same
    UUID id = rows.company();
    owner.transaction(
        inner -> {
          DSLContext late = inner.dsl();
          late.execute("ALTER TABLE company_history DISABLE TRIGGER refuse_direct_write");
          // by name: a column that a later migration added lies behind those of the history
          String columns =
              late.fetchSingle("SELECT array_to_string(rempart.columns_of('company'), ', ')")
                  .get(0, String.class);
          late.execute(
              """
              INSERT INTO company_history (%1$s, valid_from, valid_to, end_source)
              SELECT %1$s, '2031-05-30Z', '2031-05-31 23:30Z', 'test' FROM company WHERE id = ?
              """
                  .formatted(columns),
              id);
          late.execute("ALTER TABLE company_history ENABLE TRIGGER refuse_direct_write");
        });
    assertThat(partitionOf(id)).isEqualTo("company_history_default");

    for (String zone : List.of("Pacific/Kiritimati", "America/Los_Angeles")) {
      for (String month : List.of("2031-05-01", "2031-06-01", "2031-07-01")) {
        owner.transaction(
            inner -> {
              inner.dsl().execute("SET LOCAL timezone = '" + zone + "'");
              inner
                  .dsl()
                  .execute("SELECT rempart.make_history_partition('company', ?::date)", month);
            });
      }
    }
    assertThat(partitionOf(id)).isEqualTo("company_history_2031_05");
  }

  @Test
  void theApplicationMayPrepareTheComingMonths() {
    database.app().execute("SELECT rempart.make_history_partitions()");
    database.app().execute("SELECT rempart.make_history_partitions()");

    assertThat(
            database
                .app()
                .fetchSingle(
                    "SELECT count(*) FROM pg_inherits WHERE inhparent = 'contact_history'::regclass")
                .get(0, int.class))
        .isEqualTo(5);
  }

  @Test
  void everyStatementTellsWhichRecordsItChanged() throws SQLException {
    try (Connection listener = listener()) {
      listener.createStatement().execute("LISTEN rempart_change");
      UUID contact = rows.contact("fr");
      UUID company = rows.company();
      UUID link = rows.link(contact, company);
      rows.language(contact, "de");
      database.owner().execute("DELETE FROM contact WHERE id = ?", contact);

      assertThat(heard(listener))
          .containsExactlyInAnyOrder(
              "contact:INSERT:" + contact,
              "company:INSERT:" + company,
              "contact_company:INSERT:" + link,
              "contact:TOUCH contact_company:" + contact,
              "company:TOUCH contact_company:" + company,
              "contact:UPDATE:" + contact,
              "contact_company:DELETE:" + link,
              "contact:TOUCH contact_company:" + contact,
              "company:TOUCH contact_company:" + company,
              "contact:DELETE:" + contact);
    }
  }

  @Test
  void manyRowsAreToldInPiecesThatFit() throws SQLException {
    try (Connection listener = listener()) {
      listener.createStatement().execute("LISTEN rempart_change");
      database
          .owner()
          .execute(
              "INSERT INTO contact (id) SELECT gen_random_uuid() FROM generate_series(1, 450)");

      List<String> heard = heard(listener);
      assertThat(heard).hasSize(3);
      assertThat(heard.stream().mapToInt(told -> told.split(",", -1).length)).containsOnly(200, 50);
    }
  }

  /** Not from the pool: there it would go on listening for the next test. */
  private static Connection listener() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), "rempart_app", "");
  }

  private static List<String> heard(Connection listener) throws SQLException {
    // a round trip makes the driver read what has come
    listener.createStatement().execute("SELECT 1");
    PGNotification[] told = listener.unwrap(PGConnection.class).getNotifications();
    List<String> payloads = new ArrayList<>();
    for (PGNotification one : told == null ? new PGNotification[0] : told) {
      payloads.add(one.getParameter());
    }
    Collections.sort(payloads);
    return payloads;
  }

  private static String partitionOf(UUID id) {
    return database
        .owner()
        .fetchSingle(
            "SELECT tableoid::regclass::text FROM company_history WHERE id = ? AND end_source = 'test'",
            id)
        .get(0, String.class);
  }
}
