package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An installation that was used for a while with few records, which PostgreSQL has analysed: each
 * pooled session keeps plans that read a small table whole. An import or an undo must not follow
 * them for each of its rows.
 */
class ImportAfterSmallDaysTest extends ImportCase {

  private static final int ROWS = 2_000;

  /** Of a table, by the whole import: some for each few hundred rows, none for each row. */
  private static final long MOST_SCANS = 100;

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  ImportAfterSmallDaysTest() {
    super(house);
  }

  @Test
  void importAndUndoReadNoTableForEachRow() throws SQLException {
    run(people(0, 60));
    house.database().owner().execute("ANALYZE contact, company, contact_company");
    useEverySession();

    Map<String, Long> before = scans();
    ImportJob job = run(people(100, ROWS));
    assertThat(job.counts().created()).isEqualTo(ROWS);
    assertThat(since(before)).isEmpty();

    before = scans();
    assertThat(house.as(() -> house.undo().start(job.id()).join())).isPresent();
    assertThat(since(before)).isEmpty();

    before = scans();
    run(people(100, ROWS));
    assertThat(since(before)).isEmpty();
  }

  private static String people(int from, int count) {
    StringBuilder csv = new StringBuilder("First name,Email,Company\n");
    for (int i = from; i < from + count; i++) {
      csv.append("Ana,p%d@H,Firma %d H\n".formatted(i, i / 5));
    }
    return csv.toString();
  }

  /** PostgreSQL keeps a plan from the sixth time on. */
  private static void useEverySession() throws SQLException {
    inEverySession(
        """
        BEGIN;
        DO $$
        DECLARE
          person uuid := (SELECT id FROM contact LIMIT 1);
          firm uuid;
        BEGIN
          FOR firm IN SELECT id FROM company c WHERE NOT EXISTS (
            SELECT FROM contact_company l WHERE l.contact_id = person AND l.company_id = c.id) LOOP
            INSERT INTO contact_company (id, contact_id, company_id) VALUES (gen_random_uuid(), person, firm);
          END LOOP;
        END
        $$;
        ROLLBACK
        """);
  }

  private static Map<String, Long> scans() throws SQLException {
    inEverySession("SELECT pg_stat_force_next_flush()");
    Map<String, Long> scans = new TreeMap<>();
    house
        .database()
        .owner()
        .fetch("SELECT relname, seq_scan FROM pg_stat_user_tables WHERE schemaname = 'public'")
        .forEach(row -> scans.put(row.get(0, String.class), row.get(1, Long.class)));
    return scans;
  }

  private static Map<String, Long> since(Map<String, Long> before) throws SQLException {
    Map<String, Long> since = scans();
    since.replaceAll((table, scans) -> scans - before.getOrDefault(table, 0L));
    since.values().removeIf(scans -> scans < MOST_SCANS);
    return since;
  }

  private static void inEverySession(String sql) throws SQLException {
    HikariDataSource pool = (HikariDataSource) house.database().appDataSource();
    List<Connection> sessions = new ArrayList<>();
    try {
      // others may take some at the same time
      while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
        sessions.add(pool.getConnection());
      }
      for (Connection session : sessions) {
        try (Statement statement = session.createStatement()) {
          statement.execute(sql);
        }
      }
    } finally {
      for (Connection session : sessions) {
        session.close();
      }
    }
  }
}
