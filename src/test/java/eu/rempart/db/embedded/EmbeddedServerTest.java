package eu.rempart.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.OwnerAccess;
import eu.rempart.home.HomeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database that came along lets in who has a password, from this machine, and loses nothing.
 */
class EmbeddedServerTest {

  @TempDir Path folder;

  @Test
  void itIsDurableOnLoopbackAndAsksEverybodyForAPasswordAfterEachStart() throws Exception {
    // as short as it can be for a socket in it, with what a shell and a list would take apart
    try (HomeFolder home = HomeFolder.open(folder.resolve("a, 'b"))) {
      String password;
      try (EmbeddedServer server = EmbeddedServer.start(home)) {
        password = server.owner().password();
        asksEverybody(server, home);
        assertThat(shown(server.owner(), "fsync", "synchronous_commit", "full_page_writes"))
            .containsOnly("on");
        assertThat(shown(server.owner(), "listen_addresses", "data_checksums", "wal_level"))
            .containsExactly("127.0.0.1", "on", "replica");
        assertThat(shown(server.owner(), "server_version_num").getFirst()).startsWith("17");
        assertThat(Files.getPosixFilePermissions(socket(server)))
            .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(server.socketFolder()).isEqualTo(home.resolve("run/pg"));
        execute(server.owner(), "CREATE TABLE there AS SELECT 1 AS still");
        assertThat(Files.getPosixFilePermissions(home.resolve("postgres-programs")))
            .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      }
      assertThat(home.resolve("postgres").resolve("postmaster.pid"))
          .as("it has ended, and may be copied")
          .doesNotExist();
      // whoever reached the folder while nothing ran must not get in afterwards
      Files.writeString(
          home.resolve("postgres").resolve("pg_hba.conf"), "host all all 0.0.0.0/0 trust\n");
      Path left = Files.createFile(home.resolve("run/pg/.s.PGSQL.1"));

      try (EmbeddedServer server = EmbeddedServer.start(home)) {
        assertThat(server.owner().password()).isEqualTo(password).hasSizeGreaterThan(20);
        asksEverybody(server, home);
        execute(server.owner(), "SELECT still FROM there");
        assertThat(left).as("of a server that was killed").doesNotExist();
      }
    }
  }

  @Test
  void startGoesOnAfterOneThatWasKilledAndDeepHomeHasItsSocketElsewhere() throws Exception {
    Path deep = folder.resolve("a".repeat(60)).resolve("b".repeat(60));
    try (HomeFolder home = HomeFolder.open(deep)) {
      Files.createFile(home.folder("postgres").resolve("postgresql.conf"));
      Files.createFile(home.folder("postgres.new").resolve("half"));
      Path sockets;
      try (EmbeddedServer server = EmbeddedServer.start(home)) {
        sockets = server.socketFolder();
        assertThat(sockets).isNotEqualTo(home.resolve("run/pg"));
        assertThat(Files.getPosixFilePermissions(sockets))
            .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(socket(server)).exists();
        assertThat(one(server.owner(), "SELECT concat(datlocprovider, datlocale) FROM pg_database"))
            .containsOnly("bC.UTF-8");
        assertThat(one(server.owner(), "SELECT x FROM unnest('{é,a,B,_,Z}'::text[]) x ORDER BY x"))
            .as("by code point, on every system")
            .containsExactly("B", "Z", "_", "a", "é");
        assertThat(one(server.owner(), "SELECT upper('é')")).containsExactly("É");
        assertThat(one(server.owner(), "SELECT pg_has_role('pg_read_all_stats', 'USAGE')::text"))
            .as("without it nobody knows how far a copy is behind")
            .containsExactly("true");
      }
      assertThat(sockets).doesNotExist();
      assertThat(home.resolve("postgres.new")).doesNotExist();
    }
  }

  private static Path socket(EmbeddedServer server) {
    return server.socketFolder().resolve(".s.PGSQL." + server.port());
  }

  private static void asksEverybody(EmbeddedServer server, HomeFolder home) throws SQLException {
    OwnerAccess owner = server.owner();
    for (String user : List.of(EmbeddedServer.OWNER, EmbeddedServer.SUPERUSER, "rempart_app")) {
      for (String guess : List.of("", "postgres", "rempart", user)) {
        assertThatThrownBy(() -> DriverManager.getConnection(owner.jdbcUrl(), user, guess))
            .as("%s with '%s'", user, guess)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isIn("28P01", "08004"));
      }
    }
    String superuser = Passwords.of(home, "database-superuser");
    try (Connection connection =
            DriverManager.getConnection(owner.jdbcUrl(), EmbeddedServer.SUPERUSER, superuser);
        Statement statement = connection.createStatement();
        ResultSet rules =
            statement.executeQuery(
                """
                SELECT concat_ws(' ', type, array_to_string(database, ','),
                  array_to_string(user_name, ','), address, auth_method) FROM pg_hba_file_rules
                """)) {
      List<String> found = new ArrayList<>();
      while (rules.next()) {
        found.add(rules.getString(1));
      }
      assertThat(found)
          .containsExactly(
              "local all all scram-sha-256",
              "local replication postgres scram-sha-256",
              "host all all 127.0.0.1 scram-sha-256");
    }
  }

  private static List<String> one(OwnerAccess owner, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static List<String> shown(OwnerAccess owner, String... settings) throws SQLException {
    List<String> values = new ArrayList<>();
    for (String setting : settings) {
      values.addAll(one(owner, "SHOW " + setting));
    }
    return values;
  }

  private static void execute(OwnerAccess owner, String sql) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
