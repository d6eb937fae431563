package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A session that has checked foreign keys of tables of one page keeps the plan for that. */
class KeptPlansTest {

  private static final int MANY = 300;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @ParameterizedTest
  @ValueSource(strings = {"import", "undo", "restore", "bulk", "erasure"})
  void manyRowsAreCheckedByTheIndex(String reason) {
    assertThat(scansBy(Reason.ofMany(reason))).isLessThan(10);
  }

  @Test
  void fewRowsKeepTheirPlans() {
    assertThat(scansBy(Reason.EDIT)).isGreaterThanOrEqualTo(MANY);
  }

  @Test
  void reasonsThatWriteManyRowsSaySo() {
    assertThat(Reason.IMPORT.ofMany()).isTrue();
    assertThat(Reason.UNDO.ofMany()).isTrue();
    assertThat(Reason.RESTORE.ofMany()).isTrue();
    assertThat(Reason.EDIT.ofMany()).isFalse();
  }

  /** Where all rows are dead, any index that holds an id seems as good as the primary key. */
  @Test
  void rowsAreFoundByTheirKeyWhenNothingIsKnownOfTheTable() {
    Rows rows = new Rows(database, UUID.randomUUID());
    DSLContext owner = database.owner();
    List<UUID> companies = Stream.generate(rows::company).limit(MANY).toList();
    companies.forEach(company -> rows.delete("company", company));
    owner.execute("ANALYZE company");
    assertThat(owner.fetchValue("SELECT reltuples FROM pg_class WHERE relname = 'company'"))
        .isEqualTo(0f);
    String plan =
        owner.transactionResult(
            transaction -> {
              transaction
                  .dsl()
                  .execute("SET LOCAL enable_seqscan = off"); // as where many are written
              return transaction
                  .dsl()
                  .fetch(
                      "EXPLAIN SELECT FROM ONLY company WHERE id = ? FOR KEY SHARE",
                      companies.getFirst())
                  .format();
            });
    assertThat(plan).contains("company_pkey");
  }

  @Test
  void noIndexHasTheIdOfARecordAmongItsLaterKeys() {
    assertThat(
            database
                .owner()
                .fetch(
                    """
                    SELECT i.indexrelid::regclass::text
                    FROM pg_index i
                    JOIN rempart.kept_table k ON i.indrelid = ('public.' || k.name)::regclass
                    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attname = 'id'
                    WHERE NOT i.indisprimary AND i.indpred IS NULL
                      AND a.attnum = ANY ((i.indkey::int2[])[1:i.indnkeyatts - 1])
                    """)
                .map(row -> row.get(0)))
        .isEmpty();
  }

  /** How often the checks of many new links read all of the contacts. */
  private static long scansBy(Reason reason) {
    SingleConnectionDataSource session =
        new SingleConnectionDataSource(database.jdbcUrl(), "rempart_app", "", true);
    try {
      DSLContext dsl = DSL.using(new TransactionAwareDataSourceProxy(session), SQLDialect.POSTGRES);
      Writes writes = new Writes(dsl, new DataSourceTransactionManager(session), Optional::empty);
      UUID contact = new Rows(database, UUID.randomUUID()).contact("fr");
      writes.run(Reason.EDIT, change -> link(dsl, contact, 10));
      database.owner().execute("ANALYZE contact");
      writes.run(Reason.EDIT, change -> link(dsl, contact, 10));
      return writes.inTransaction(
          reason,
          change -> {
            long before = scans(dsl);
            link(dsl, contact, MANY);
            return scans(dsl) - before;
          });
    } finally {
      session.destroy();
    }
  }

  private static void link(DSLContext dsl, UUID contact, int count) {
    dsl.execute(
        """
        WITH firms AS (
          INSERT INTO company (id, name) SELECT gen_random_uuid(), '\\x07' FROM generate_series(1, ?) RETURNING id)
        INSERT INTO contact_company (id, contact_id, company_id) SELECT gen_random_uuid(), ?, id FROM firms
        """,
        count,
        contact);
  }

  private static long scans(DSLContext dsl) {
    return dsl.fetchSingle(
            "SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = 'contact'")
        .get(0, Long.class);
  }
}
