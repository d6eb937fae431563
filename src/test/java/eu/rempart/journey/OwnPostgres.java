package eu.rempart.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL of the operator's own: another build than the one that came along, with another
 * locale, and the operator's programs for it. Roles come in with their passwords only.
 */
public final class OwnPostgres implements AutoCloseable {

  private static final String OWNER = "crm_owner";
  private static final String PASSWORD = "the operator's own choice";

  private final SystemPostgres server;
  private final Path folder;

  private OwnPostgres(SystemPostgres server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  public static OwnPostgres start(Path folder)
      throws IOException, SQLException, InterruptedException {
    Path data = Files.createDirectories(folder).resolve("data");
    SystemPostgres.server(
        "initdb",
        "--pgdata=" + data,
        "--username=postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync");
    Files.writeString(
        data.resolve("pg_hba.conf"),
        """
        host all postgres 127.0.0.1/32 trust
        host all all 127.0.0.1/32 scram-sha-256
        """);
    OwnPostgres own = new OwnPostgres(SystemPostgres.start(data), folder);
    try (Connection superuser = own.superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(
          "CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'".formatted(OWNER, escaped()));
    }
    return own;
  }

  private static String escaped() {
    return PASSWORD.replace("'", "''");
  }

  private Connection superuser() throws SQLException {
    return DriverManager.getConnection(url("postgres"), "postgres", "");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), database);
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
            url(database),
            "REMPART_DATABASE_USER",
            OWNER,
            "REMPART_DATABASE_PASSWORD",
            PASSWORD),
        List.of());
  }

  /** {@code pg_dump} of a whole database, as SQL. */
  public Path dump(String database) throws IOException, InterruptedException {
    Path dump = folder.resolve(database + ".sql");
    SystemPostgres.client(
        PASSWORD, "pg_dump", "--file", dump.toString(), "--dbname", address(database));
    return dump;
  }

  /** Brings a dump into an empty database; what psql complained of. */
  public List<String> load(Path dump, String database) throws IOException, InterruptedException {
    return SystemPostgres.client(
            PASSWORD,
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
    return "postgresql://%s@127.0.0.1:%d/%s".formatted(OWNER, server.port(), database);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
