package eu.rempart.db.embedded;

import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * PostgreSQL on a copy of data that was restored to be looked at: on loopback, with the superuser's
 * password, archiving nothing. What is written to it is lost with the folder.
 */
public final class ScratchServer implements DatabaseServer.Restored {

  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String HBA =
      """
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final EmbeddedPostgres postgres;
  private final Path data;
  private final String password;
  private final Map<String, String> readers = new HashMap<>();

  private ScratchServer(EmbeddedPostgres postgres, Path data, String password) {
    this.postgres = postgres;
    this.data = data;
    this.password = password;
  }

  /**
   * Starts it, and waits until it has replayed its log and takes connections.
   *
   * @param home whose programs and whose superuser's password it uses
   * @param data a folder that was restored; changed by it
   * @param patience for the replay
   * @throws IOException if it does not start in time; what it said is in {@code postgres.log}
   *     beside the folder
   */
  public static ScratchServer start(HomeFolder home, Path data, Duration patience)
      throws IOException {
    String password =
        Files.readString(EmbeddedServer.superuserPasswordFile(home), StandardCharsets.UTF_8)
            .strip();
    Path programs = home.folder("postgres-programs");
    Redirect log = Redirect.appendTo(data.resolveSibling("postgres.log").toFile());
    Files.writeString(data.resolve("pg_hba.conf"), HBA, StandardCharsets.US_ASCII);
    PatroniSettings.undo(data);
    try (StartWatch watch = StartWatch.of(data)) {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setPgBinaryResolver(new PostgresPrograms(programs))
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(programs.toFile())
              .setPGStartupWait(patience)
              .setConnectConfig("password", password)
              .setRegisterShutdownHook(false)
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("unix_socket_directories", "''")
              .setServerConfig("archive_mode", "off")
              // nobody gets in before it has replayed all
              .setServerConfig("hot_standby", "off")
              .setServerConfig("max_connections", "40")
              .start();
      home.folder("postgres-programs"); // the library opens it to everybody's writing
      if (watch.isEnded()) {
        throw new IOException("PostgreSQL ended while it started: " + lastWords(data));
      }
      return new ScratchServer(postgres, data, password);
    } catch (IOException | RuntimeException e) {
      LeftOver.stop(data);
      throw e instanceof IOException io ? io : new IOException("PostgreSQL did not start", e);
    }
  }

  /** The last line that says why. */
  private static String lastWords(Path data) throws IOException {
    Path log = data.resolveSibling("postgres.log");
    return Files.exists(log)
        ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
            .reduce((_, later) -> later)
            .orElse("it did not say why")
        : "it did not say why";
  }

  @Override
  public Connection open(String database) throws SQLException {
    return DriverManager.getConnection(url(database), EmbeddedServer.SUPERUSER, password);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
  }

  @Override
  public Connection openToRead(String database, String... schemas) throws SQLException {
    String name = "reader_" + random();
    String secret = random();
    try (Connection superuser = open(database);
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "CREATE ROLE %s LOGIN BYPASSRLS PASSWORD '%s' IN ROLE pg_read_all_data"
              .formatted(name, secret));
      readers.put(name, database);
      statement.execute("GRANT CONNECT ON DATABASE " + database + " TO " + name);
      for (String each : schemas) {
        statement.execute("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA " + each + " TO " + name);
      }
    }
    return DriverManager.getConnection(url(database), name, secret);
  }

  private static String random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The data may be here to stay. */
  private void forgetReaders() throws SQLException {
    for (Map.Entry<String, String> each : readers.entrySet()) {
      try (Connection superuser = open(each.getValue());
          Statement statement = superuser.createStatement()) {
        statement.execute("DROP OWNED BY " + each.getKey());
        statement.execute("DROP ROLE " + each.getKey());
      }
    }
    readers.clear();
  }

  @Override
  public void close() {
    try {
      forgetReaders();
    } catch (SQLException e) {
      throw new IllegalStateException("an account stays in " + data, e);
    } finally {
      stop();
    }
  }

  private void stop() {
    try {
      postgres.close();
      LeftOver.await(data);
    } catch (IOException e) {
      throw new UncheckedIOException("the PostgreSQL of %s didn't stop".formatted(data), e);
    }
  }
}
