package eu.rempart.db.embedded;

import eu.rempart.db.DatabaseUnusableException;
import eu.rempart.db.Migrations;
import eu.rempart.db.OwnerAccess;
import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import eu.rempart.home.SocketFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL 17 as a child process: data below the home folder, reached on loopback and by a Unix
 * socket that only this account can reach, every role with a password, and durable, unlike the
 * defaults of the library that starts it, which are for tests.
 */
public final class EmbeddedServer implements DatabaseServer.Started {

  private static final String PROGRAMS = "postgres-programs";

  public static final String SUPERUSER = "postgres";
  static final String OWNER = "rempart_owner";
  static final String DATABASE = "rempart";

  /** Below the home folder, as is the folder of the socket. */
  private static final String PASSWORD_OF_SUPERUSER = "database-superuser";

  private static final String SOCKETS = "run/pg";
  private static final String SOCKET = ".s.PGSQL.";

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("max_connections", "40"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_permissions", "0700"),
          Map.entry("password_encryption", "scram-sha-256"),
          // a standby or pg_basebackup may copy it while it runs
          Map.entry("wal_level", "replica"),
          Map.entry("max_wal_senders", "10"),
          Map.entry("archive_mode", "on"),
          // a copy that never comes back must not fill the disk
          Map.entry("max_slot_wal_keep_size", "4GB"),
          Map.entry("shared_buffers", SharedBuffers.ofThisMachine()),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_statement", "none"));

  private static final String HBA =
      """
      # Written by Rempart at every start: always with a password; copies of the whole server (replication) by the
      # socket in the home folder alone, and for its superuser alone.
      local all all scram-sha-256
      local replication postgres scram-sha-256
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final HomeFolder home;
  private final EmbeddedPostgres postgres;
  private final Path data;
  private final SocketFolder sockets;
  private final OwnerAccess owner;

  private EmbeddedServer(
      HomeFolder home,
      EmbeddedPostgres postgres,
      Path data,
      SocketFolder sockets,
      OwnerAccess owner) {
    this.home = home;
    this.postgres = postgres;
    this.data = data;
    this.sockets = sockets;
    this.owner = owner;
  }

  /**
   * Starts it, ending a server of the same data that outlived a killed process first.
   *
   * @throws UncheckedIOException if it doesn't start within a minute
   * @throws DatabaseUnusableException if the data are of another major version, and then nothing
   *     was changed; or if a setting that durability or access rests on isn't in force
   */
  public static EmbeddedServer start(HomeFolder home) {
    Path data = home.resolve("postgres");
    ClusterVersion.check(data);
    String ownerPassword = Passwords.of(home, "database-owner");
    String superuserPassword = Passwords.of(home, PASSWORD_OF_SUPERUSER);
    LeftOver.stop(data);
    try {
      SocketFolder sockets = SocketFolder.in(home, SOCKETS, SOCKET + "65535");
      forgetSockets(sockets.path());
      Map<String, String> settings = new HashMap<>(SETTINGS);
      settings.put("unix_socket_directories", inList(sockets.path()));
      settings.put("archive_command", ArchiveCommand.in(home.path()));
      ArchiveCommand.stopping(home.path(), false);
      EmbeddedPostgres postgres = start(home, data, superuserPassword, settings);
      home.folder(PROGRAMS); // the library opens it to everybody's writing
      try {
        secure(postgres, superuserPassword, ownerPassword, settings);
      } catch (SQLException | RuntimeException e) {
        postgres.close();
        throw e;
      }
      return new EmbeddedServer(
          home,
          postgres,
          data,
          sockets,
          new OwnerAccess(url(postgres, DATABASE), OWNER, ownerPassword));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the embedded PostgreSQL didn't start; see %s".formatted(log(home)), e);
    } catch (SQLException e) {
      throw new DatabaseUnusableException("the embedded PostgreSQL can't be set up", e);
    }
  }

  private static EmbeddedPostgres start(
      HomeFolder home, Path data, String superuserPassword, Map<String, String> settings)
      throws IOException {
    boolean isNew = !ClusterVersion.isIn(data);
    if (isNew) {
      NewCluster.announce(data);
    }
    PostgresPrograms programs = new PostgresPrograms(home.folder(PROGRAMS));
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPgBinaryResolver(programs)
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setDataDirectoryCustomizer(_ -> prepare(home, data, programs, isNew))
            .setOverrideWorkingDirectory(home.folder(PROGRAMS).toFile())
            .setPGStartupWait(Duration.ofSeconds(60))
            .setConnectConfig("password", superuserPassword)
            .setRegisterShutdownHook(false)
            .setOutputRedirector(Redirect.appendTo(log(home).toFile()))
            .setErrorRedirector(Redirect.appendTo(log(home).toFile()));
    settings.forEach((name, value) -> builder.setServerConfig(name, forShell(value)));
    return builder.start();
  }

  /** Called with the programs unpacked, before the server starts. */
  private static void prepare(
      HomeFolder home, Path data, PostgresPrograms programs, boolean isNew) {
    try {
      if (isNew) {
        NewCluster.make(home, data, programs, superuserPasswordFile(home), log(home));
      }
      Files.writeString(data.resolve("pg_hba.conf"), HBA, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder %s can't be prepared".formatted(data), e);
    }
  }

  /** Of a server that was killed: its port was another. */
  private static void forgetSockets(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, SOCKET + "*")) {
      for (Path socket : left) {
        Files.delete(socket);
      }
    }
  }

  /** One entry in a setting that is a list. */
  private static String inList(Path path) {
    return '"' + path.toString().replace("\"", "\"\"") + '"';
  }

  /** The library hands settings on to pg_ctl, and that to a shell. */
  private static String forShell(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }

  /** How the owner of the schema connects. */
  public OwnerAccess owner() {
    return owner;
  }

  @Override
  public int port() {
    return postgres.getPort();
  }

  @Override
  public Path dataFolder() {
    return data;
  }

  @Override
  public Path socketFolder() {
    return sockets.path();
  }

  @Override
  public String superuser() {
    return SUPERUSER;
  }

  @Override
  public String password() {
    return Passwords.of(home, PASSWORD_OF_SUPERUSER);
  }

  @Override
  public void holdLog() {
    ArchiveCommand.stopping(home.path(), true);
  }

  @Override
  public int lacking() {
    return Migrations.lacking(owner);
  }

  @Override
  public void migrate() {
    Migrations.run(owner);
  }

  @Override
  public Connection open(String database) throws SQLException {
    return DriverManager.getConnection(url(postgres, database), SUPERUSER, password());
  }

  /** With which {@link #SUPERUSER} connects. */
  public static Path superuserPasswordFile(HomeFolder home) {
    return home.resolve("keys").resolve(PASSWORD_OF_SUPERUSER);
  }

  private static Path log(HomeFolder home) {
    return home.folder("log").resolve("postgres.log");
  }

  private static String url(EmbeddedPostgres postgres, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
  }

  private static void secure(
      EmbeddedPostgres postgres,
      String superuserPassword,
      String ownerPassword,
      Map<String, String> settings)
      throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url(postgres, SUPERUSER), SUPERUSER, superuserPassword);
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(OWNER))) {
        statement.execute("CREATE ROLE %s LOGIN CREATEROLE".formatted(OWNER));
      }
      statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(OWNER, ownerPassword));
      // by it a copy's distance is known (record 0246); it shows statistics, and changes nothing
      statement.execute("GRANT pg_read_all_stats TO %s".formatted(OWNER));
      if (!exists(
          statement, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
        statement.execute(
            "CREATE DATABASE %s OWNER %s ENCODING 'UTF8' TEMPLATE template0"
                .formatted(DATABASE, OWNER));
        statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(DATABASE));
      }
      prove(statement, settings);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void prove(Statement statement, Map<String, String> settings) throws SQLException {
    Map<String, String> expected = new HashMap<>(settings);
    expected.put("data_checksums", "on");
    for (Map.Entry<String, String> setting : expected.entrySet()) {
      try (ResultSet row = statement.executeQuery("SHOW " + setting.getKey())) {
        row.next();
        if (!row.getString(1).equals(setting.getValue())) {
          throw new DatabaseUnusableException(
              "PostgreSQL's %s is '%s', expected '%s'"
                  .formatted(setting.getKey(), row.getString(1), setting.getValue()));
        }
      }
    }
    if (exists(
        statement,
        """
        SELECT 1 FROM pg_hba_file_rules
        WHERE error IS NOT NULL OR auth_method <> 'scram-sha-256'
          OR NOT (type = 'local'
            OR type = 'host' AND address = '127.0.0.1' AND NOT 'replication' = ANY (database))
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
      ArchiveCommand.stopping(home.path(), true);
      postgres.close();
      // the library lets go after five seconds, too soon for a last checkpoint on a busy machine
      LeftOver.await(data);
      sockets.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL didn't stop cleanly", e);
    }
  }
}
