package eu.rempart.db.embedded;

import eu.rempart.db.DatabaseUnusableException;
import eu.rempart.db.OwnerAccess;
import eu.rempart.home.HomeFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * PostgreSQL 18 as a child process: data below the home folder, on loopback only, every role with a
 * password, and durable, unlike the defaults of the library that starts it, which are for tests.
 */
public final class EmbeddedServer implements AutoCloseable {

  private static final String PROGRAMS = "postgres-programs";

  static final String SUPERUSER = "postgres";
  static final String OWNER = "rempart_owner";
  static final String DATABASE = "rempart";

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("max_connections", "40"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("shared_buffers", SharedBuffers.ofThisMachine()),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_statement", "none"));

  private static final String HBA =
      """
      # Written by Rempart at every start: loopback only, always with a password.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final Path data;
  private final OwnerAccess owner;

  private EmbeddedServer(EmbeddedPostgres postgres, Path data, OwnerAccess owner) {
    this.postgres = postgres;
    this.data = data;
    this.owner = owner;
  }

  /**
   * Starts it, ending a server of the same data that outlived a killed process first.
   *
   * @throws UncheckedIOException if it doesn't start within a minute
   * @throws DatabaseUnusableException if a setting that durability or access rests on isn't in
   *     force
   */
  public static EmbeddedServer start(HomeFolder home) {
    Path data = home.resolve("postgres");
    String superuserPassword = Passwords.of(home, "database-superuser");
    String ownerPassword = Passwords.of(home, "database-owner");
    LeftOver.stop(data);
    try {
      if (Files.exists(data.resolve("pg_hba.conf"))) {
        Files.writeString(data.resolve("pg_hba.conf"), HBA, StandardCharsets.US_ASCII);
      }
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(home.folder(PROGRAMS).toFile())
              .setPGStartupWait(Duration.ofSeconds(60))
              .setConnectConfig("password", superuserPassword)
              .setRegisterShutdownHook(false)
              .setOutputRedirector(Redirect.appendTo(log(home)))
              .setErrorRedirector(Redirect.appendTo(log(home)));
      SETTINGS.forEach(builder::setServerConfig);
      EmbeddedPostgres postgres = builder.start();
      home.folder(PROGRAMS); // the library opens it to everybody's writing
      try {
        secure(postgres, data, superuserPassword, ownerPassword);
      } catch (SQLException | RuntimeException e) {
        postgres.close();
        throw e;
      }
      return new EmbeddedServer(
          postgres, data, new OwnerAccess(url(postgres, DATABASE), OWNER, ownerPassword));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the embedded PostgreSQL didn't start; see %s".formatted(log(home)), e);
    } catch (SQLException e) {
      throw new DatabaseUnusableException("the embedded PostgreSQL can't be set up", e);
    }
  }

  /** How the owner of the schema connects. */
  public OwnerAccess owner() {
    return owner;
  }

  int port() {
    return postgres.getPort();
  }

  private static java.io.File log(HomeFolder home) {
    return home.folder("log").resolve("postgres.log").toFile();
  }

  private static String url(EmbeddedPostgres postgres, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
  }

  private static void secure(
      EmbeddedPostgres postgres, Path data, String superuserPassword, String ownerPassword)
      throws SQLException, IOException {
    try (Connection connection =
            DriverManager.getConnection(url(postgres, SUPERUSER), SUPERUSER, superuserPassword);
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER ROLE postgres PASSWORD '%s'".formatted(superuserPassword));
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(OWNER))) {
        statement.execute("CREATE ROLE %s LOGIN CREATEROLE".formatted(OWNER));
      }
      statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(OWNER, ownerPassword));
      if (!exists(
          statement, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
        statement.execute(
            "CREATE DATABASE %s OWNER %s ENCODING 'UTF8' TEMPLATE template0"
                .formatted(DATABASE, OWNER));
        statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(DATABASE));
      }
      Files.writeString(data.resolve("pg_hba.conf"), HBA, StandardCharsets.US_ASCII);
      statement.execute("SELECT pg_reload_conf()");
      prove(statement);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void prove(Statement statement) throws SQLException {
    for (String setting : SETTINGS.keySet()) {
      try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
        row.next();
        String expected = SETTINGS.get(setting);
        if (!row.getString(1).equals(expected)) {
          throw new DatabaseUnusableException(
              "PostgreSQL's %s is '%s', expected '%s'"
                  .formatted(setting, row.getString(1), expected));
        }
      }
    }
    if (exists(
        statement,
        """
        SELECT 1 FROM pg_hba_file_rules
        WHERE error IS NOT NULL OR auth_method <> 'scram-sha-256' OR address <> '127.0.0.1'
        """)) {
      throw new DatabaseUnusableException("PostgreSQL lets somebody in without a password");
    }
  }

  /**
   * Stops it, and waits until it has ended: whoever copies the folder afterwards must find all of
   * it there.
   */
  @Override
  public void close() {
    try {
      postgres.close();
      // the library lets go after five seconds, too soon for a last checkpoint on a busy machine
      LeftOver.await(data);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL didn't stop cleanly", e);
    }
  }
}
