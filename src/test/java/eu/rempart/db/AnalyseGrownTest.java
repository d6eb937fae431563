package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PostgreSQL says -1 rows of a table until it is analysed for the first time. */
final class AnalyseGrownTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void aTableThatDoubledIsAnalysedWithinTheTransactionThatFilledIt() {
    database.owner().execute("ALTER TABLE contact SET (autovacuum_enabled = false)");
    database
        .app()
        .transaction(
            running -> {
              running.dsl().execute(contacts(600));
              running.dsl().execute("SELECT rempart.analyse_grown('{contact}', '{600}')");
            });
    assertThat(known("contact")).isEqualTo(600);

    // a hundred more are no reason, and neither are 500 of 600
    database.app().execute(contacts(500));
    database.app().execute("SELECT rempart.analyse_grown('{contact}', '{100}')");
    database.app().execute("SELECT rempart.analyse_grown('{contact}', '{500}')");
    assertThat(known("contact")).isEqualTo(600);
  }

  private static String contacts(int count) {
    return "INSERT INTO contact (id) SELECT gen_random_uuid() FROM generate_series(1, "
        + count
        + ")";
  }

  @Test
  void onlyTablesOfKeptRecordsAreAnalysed() {
    database.app().execute("SELECT rempart.analyse_grown('{member}', '{100000}')");
    database.app().execute("SELECT rempart.analyse_grown('{\"deal; DROP TABLE deal\"}', '{9999}')");
    database.app().execute("SELECT rempart.analyse_grown('{}', '{}')");

    assertThat(known("member")).isEqualTo(-1);
    assertThat(known("deal")).isEqualTo(-1);
  }

  @Test
  void aTableThatSomebodyVacuumsIsNotWaitedFor() {
    database
        .owner()
        .transaction(
            vacuum -> {
              vacuum.dsl().execute("LOCK TABLE company IN SHARE UPDATE EXCLUSIVE MODE");
              database
                  .app()
                  .transaction(
                      running -> {
                        running.dsl().execute("SET LOCAL lock_timeout = '1s'");
                        running.dsl().execute("SELECT rempart.analyse_grown('{company}', '{600}')");
                      });
            });
    assertThat(known("company")).isEqualTo(-1);
  }

  private static int known(String table) {
    return database
        .owner()
        .fetchSingle("SELECT reltuples::int FROM pg_class WHERE oid = ?::regclass", table)
        .get(0, int.class);
  }
}
