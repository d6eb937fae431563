package eu.rempart.journey;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/**
 * A PostgreSQL of the operator's own, of the oldest version that Rempart takes, and the operator's
 * programs for it. Roles come in with their passwords only.
 */
public final class OwnPostgres implements AutoCloseable {

  private static final String OWNER = "crm_owner";
  private static final String PASSWORD = "the operator's own choice";
  private static final int MAXIMUM_MINUTES = 3;

  private final EmbeddedPostgres server;
  private final Path folder;

  private OwnPostgres(EmbeddedPostgres server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  public static OwnPostgres start(Path folder) throws IOException, SQLException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setPgBinaryResolver(oldest())
            .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
            .setDataDirectory(folder.resolve("data"))
            .setPGStartupWait(Duration.ofMinutes(1))
            .start();
    OwnPostgres own = new OwnPostgres(server, folder);
    try (Connection superuser = own.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'".formatted(OWNER, escaped()));
      Files.writeString(
          folder.resolve("data/pg_hba.conf"),
          """
          host all postgres 127.0.0.1/32 trust
          host all all 127.0.0.1/32 scram-sha-256
          """);
      statement.execute("SELECT pg_reload_conf()");
    }
    return own;
  }

  /** The programs of version 16, which the build lays ready beside those of the embedded one. */
  private static PgBinaryResolver oldest() {
    return (system, machine) -> {
      try (ZipFile jar = new ZipFile(System.getProperty("rempart.postgresql.oldest"))) {
        var archive =
            jar.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow();
        try (InputStream in = jar.getInputStream(archive)) {
          return new java.io.ByteArrayInputStream(in.readAllBytes());
        }
      }
    };
  }

  private static String escaped() {
    return PASSWORD.replace("'", "''");
  }

  private Connection superuser() throws SQLException {
    return DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
  }

  /** An empty database that belongs to the owner role. */
  public void create(String database) throws SQLException {
    try (Connection superuser = superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "CREATE DATABASE %s OWNER %s ENCODING 'UTF8' TEMPLATE template0"
              .formatted(database, OWNER));
    }
  }

  /** What the operator sets so that Rempart takes this database. */
  public Installation.Settings settings(String database) {
    return new Installation.Settings(
        Map.of(
            "REMPART_DATABASE_URL",
            "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database),
            "REMPART_DATABASE_USER",
            OWNER,
            "REMPART_DATABASE_PASSWORD",
            PASSWORD),
        List.of());
  }

  /** {@code pg_dump} of a whole database, as SQL. */
  public Path dump(String database) throws IOException, InterruptedException {
    Path dump = folder.resolve(database + ".sql");
    run("pg_dump", "--file", dump.toString(), "--dbname", address(database));
    return dump;
  }

  /** Brings a dump into an empty database; what psql complained of. */
  public List<String> load(Path dump, String database) throws IOException, InterruptedException {
    return run(
            "psql",
            "--quiet",
            "--no-psqlrc",
            "--output=/dev/null",
            "--file=" + dump,
            address(database))
        .lines()
        .toList();
  }

  private String address(String database) {
    return "postgresql://%s@127.0.0.1:%d/%s".formatted(OWNER, server.getPort(), database);
  }

  private static String run(String program, String... arguments)
      throws IOException, InterruptedException {
    Path complaints = Files.createTempFile(program, ".err");
    String path = Path.of(System.getProperty("rempart.postgresql.client"), program).toString();
    ProcessBuilder command = new ProcessBuilder(path);
    command.command().addAll(List.of(arguments));
    command.environment().put("PGPASSWORD", PASSWORD);
    Process process = command.redirectError(complaints.toFile()).start();
    if (!process.waitFor(MAXIMUM_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IllegalStateException(command.command() + ": " + Files.readString(complaints));
    }
    String said = Files.readString(complaints);
    Files.delete(complaints);
    return said;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
