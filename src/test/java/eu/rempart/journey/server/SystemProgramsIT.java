package eu.rempart.journey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Installation.Settings;
import eu.rempart.journey.Original;
import eu.rempart.journey.SystemPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The system's programs of PostgreSQL work on the embedded server, which runs meanwhile. */
class SystemProgramsIT {

  private static Installation installation;
  private static Path folder;

  @BeforeAll
  static void start() {
    installation = Installation.of(Original.FOUNDED, "pg", Settings.NONE);
    folder = installation.home().resolveSibling("copies");
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void ownerDumpsThroughTheSocketInTheHomeFolder() throws Exception {
    Path dump = Files.createDirectories(folder).resolve("dump.sql");

    SystemPostgres.client(
        installation.info("db_password"),
        "pg_dump",
        "--host=" + socket(),
        "--port=" + installation.info("db_port"),
        "--username=" + installation.info("db_user"),
        "--file=" + dump,
        "rempart");

    assertThat(Files.readString(dump)).contains("COPY public.member ", "database dump complete");
  }

  @Test
  void copyBecomesStandbyThatStreamsAndIsSound() throws Exception {
    Path copy = Files.createDirectories(folder).resolve("standby");
    superuser("pg_basebackup", "--pgdata=" + copy, "--checkpoint=fast", "--write-recovery-conf");

    try (SystemPostgres standby = SystemPostgres.start(copy)) {
      superuser("pg_amcheck", "--install-missing", "--heapallindexed", "rempart");
      try (Connection primary = as("postgres", port(), superuserPassword())) {
        await()
            .atMost(Patience.LONG)
            .untilAsserted(() -> assertThat(replication(primary)).isEqualTo("streaming"));
      }
      try (Connection owner = installation.asOwner();
          Statement statement = owner.createStatement()) {
        statement.execute("CREATE TABLE later AS SELECT 'after the copy' AS written");
      }
      try (Connection reader =
          as(installation.info("db_user"), standby.port(), installation.info("db_password"))) {
        await()
            .atMost(Patience.LONG)
            .untilAsserted(() -> assertThat(exists(reader, "later")).isTrue());
      }
      SystemPostgres.client(
          superuserPassword(),
          "pg_amcheck",
          "--host=127.0.0.1",
          "--port=" + standby.port(),
          "--username=" + installation.info("db_superuser"),
          "--heapallindexed",
          "rempart");
    }
  }

  /** How the one copy follows; null while there is none. */
  private static @Nullable String replication(Connection primary) throws SQLException {
    try (Statement statement = primary.createStatement();
        ResultSet senders = statement.executeQuery("SELECT state FROM pg_stat_replication")) {
      return senders.next() ? senders.getString(1) : null;
    }
  }

  @Test
  void nobodyReplicatesOnLoopbackNorWithoutPassword() throws Exception {
    Path copy = folder.resolve("refused");
    String[] onLoopback = {
      "--host=127.0.0.1", "--port=" + port(), "--username=postgres", "--pgdata=" + copy
    };
    assertThatThrownBy(
            () -> SystemPostgres.client(superuserPassword(), "pg_basebackup", onLoopback))
        .hasMessageContaining("no pg_hba.conf entry for replication connection");
    assertThatThrownBy(() -> withPassword("a guess", "pg_basebackup", "--pgdata=" + copy))
        .hasMessageContaining("password authentication failed");
    assertThat(copy).doesNotExist();
  }

  private static void superuser(String program, String... arguments) throws Exception {
    withPassword(superuserPassword(), program, arguments);
  }

  private static void withPassword(String password, String program, String... arguments)
      throws Exception {
    String[] all = new String[arguments.length + 3];
    all[0] = "--host=" + socket();
    all[1] = "--port=" + port();
    all[2] = "--username=" + installation.info("db_superuser");
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    SystemPostgres.client(password, program, all);
  }

  private static Path socket() throws IOException {
    return Path.of(installation.info("db_socket"));
  }

  private static int port() throws IOException {
    return Integer.parseInt(installation.info("db_port"));
  }

  private static String superuserPassword() throws IOException {
    return Files.readString(Path.of(installation.info("db_superuser_password_file")));
  }

  private static Connection as(String role, int port, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/rempart".formatted(port), role, password);
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT to_regclass('%s')".formatted(table))) {
      return row.next() && row.getString(1) != null;
    }
  }
}
