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
    try (HomeFolder home = HomeFolder.open(folder.resolve("home"))) {
      String password;
      try (EmbeddedServer server = EmbeddedServer.start(home)) {
        password = server.owner().password();
        asksEverybody(server, home);
        assertThat(shown(server.owner(), "fsync", "synchronous_commit", "full_page_writes"))
            .containsOnly("on");
        assertThat(shown(server.owner(), "listen_addresses")).containsExactly("127.0.0.1");
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

      try (EmbeddedServer server = EmbeddedServer.start(home)) {
        assertThat(server.owner().password()).isEqualTo(password).hasSizeGreaterThan(20);
        asksEverybody(server, home);
        execute(server.owner(), "SELECT still FROM there");
      }
    }
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
            statement.executeQuery("SELECT type, address, auth_method FROM pg_hba_file_rules")) {
      assertThat(rules.next()).isTrue();
      assertThat(List.of(rules.getString(1), rules.getString(2), rules.getString(3)))
          .containsExactly("host", "127.0.0.1", "scram-sha-256");
      assertThat(rules.next()).as("one rule alone").isFalse();
    }
  }

  private static List<String> shown(OwnerAccess owner, String... settings) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      for (String setting : settings) {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
          row.next();
          values.add(row.getString(1));
        }
      }
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
