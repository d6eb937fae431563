package eu.rempart.db.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import eu.rempart.db.AfterCommit;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** With a server that waits for a copy which never answers. */
class CertainConnectionTest {

  private static EmbeddedPostgres server;

  private GuardedDataSource pool;

  @BeforeAll
  static void start() throws Exception {
    server =
        EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("synchronous_standby_names", "'copy'")
            .start();
    try (Connection plain = server.getPostgresDatabase().getConnection();
        Statement statement = plain.createStatement()) {
      statement.execute("SET synchronous_commit = local");
      statement.execute("CREATE TABLE written (n int)");
    }
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void open() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
    config.setMaximumPoolSize(2);
    pool = new GuardedDataSource(config, Map::of);
  }

  @AfterEach
  void close() {
    pool.close();
  }

  /** Ends the wait of a connection once it waits. */
  private static void cancelWhenItWaits(Connection waiting) throws SQLException {
    int pid = waiting.unwrap(PGConnection.class).getBackendPID();
    Thread.ofVirtual()
        .start(
            () ->
                Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(
                        () ->
                            asked(
                                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                                    + " WHERE wait_event = 'SyncRep' AND pid = "
                                    + pid)));
  }

  private static boolean asked(String sql) throws SQLException {
    try (Connection plain = server.getPostgresDatabase().getConnection();
        Statement statement = plain.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Test
  void commitWhoseWaitWasCancelledIsNoSuccess() throws Exception {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO written VALUES (1)");
      cancelWhenItWaits(connection);
      assertThatExceptionOfType(CommitInDoubtException.class)
          .isThrownBy(connection::commit)
          .satisfies(doubt -> assertThat(doubt.getSQLState()).isEqualTo("08007"));
    }
    assertThat(asked("SELECT EXISTS (SELECT FROM written WHERE n = 1)"))
        .as("it stands here, and may be lost")
        .isTrue();
  }

  /** Sessions end in memory too where their end may stand in the database. */
  @Test
  void whatWaitsForTheEndOfADoubtfulTransactionIsDone() {
    List<String> told = new ArrayList<>();
    var transactions = new TransactionTemplate(new CertainTransactions(pool));

    assertThatExceptionOfType(TransactionSystemException.class)
        .isThrownBy(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      AfterCommit.run(() -> told.add("done"));
                      AfterCommit.runWhenCertain(() -> told.add("deleted"));
                      AfterCommit.onRollback(() -> told.add("rolled back"));
                      new JdbcTemplate(pool)
                          .execute(
                              (ConnectionCallback<Boolean>)
                                  connection -> {
                                    cancelWhenItWaits(connection);
                                    try (Statement statement = connection.createStatement()) {
                                      return statement.execute("INSERT INTO written VALUES (9)");
                                    }
                                  });
                    }));

    assertThat(told).containsExactly("done");
  }

  @Test
  void statementThatCommitsByItselfIsNoSuccessEither() throws Exception {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("INSERT INTO written VALUES (?)")) {
      statement.setInt(1, 2);
      cancelWhenItWaits(connection);
      assertThatExceptionOfType(CommitInDoubtException.class).isThrownBy(statement::executeUpdate);
    }
  }

  @Test
  void batchThatCommitsByItselfIsNoSuccessEither() throws Exception {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("INSERT INTO written VALUES (?)")) {
      for (int n = 3; n < 6; n++) {
        statement.setInt(1, n);
        statement.addBatch();
      }
      cancelWhenItWaits(connection);
      assertThatExceptionOfType(CommitInDoubtException.class).isThrownBy(statement::executeBatch);
    }
  }

  @Test
  void whatWaitsForNobodySucceeds() throws Exception {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = local");
      connection.setAutoCommit(false);
      statement.execute("INSERT INTO written VALUES (7)");
      statement.execute(
          "DO $$ BEGIN RAISE WARNING 'canceling wait for synchronous replication'; END $$");
      connection.commit();
    }
  }

  /** What waits for an answer fails when the database is known to be elsewhere. */
  @Test
  void moveEndsWhatHangs() throws Exception {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      int pid = connection.unwrap(PGConnection.class).getBackendPID();
      Thread.ofVirtual()
          .start(
              () -> {
                Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(
                        () ->
                            asked(
                                "SELECT EXISTS (SELECT FROM pg_stat_activity"
                                    + " WHERE wait_event = 'SyncRep' AND pid = "
                                    + pid
                                    + ")"));
                pool.cut();
              });
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> statement.execute("INSERT INTO written VALUES (8)"))
          .satisfies(lost -> assertThat(lost.getSQLState()).startsWith("08"));
    }
    try (Connection next = pool.getConnection()) {
      assertThat(next.isValid(60)).isTrue();
    }
  }
}
