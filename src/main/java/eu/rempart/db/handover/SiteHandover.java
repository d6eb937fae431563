package eu.rempart.db.handover;

import eu.rempart.db.DatabaseUnusableException;
import eu.rempart.db.embedded.ArchiveCommand;
import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.db.embedded.Passwords;
import eu.rempart.db.embedded.SharedBuffers;
import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Prepares the embedded database, whose files stay where they are, for another program that runs it
 * from then on with a copy elsewhere.
 *
 * @param sharedBuffers as PostgreSQL writes it
 */
public record SiteHandover(
    String superuser, String replicator, String rewinder, String owner, String sharedBuffers) {

  /** What pg_rewind reads of the other server (PostgreSQL 17, "pg_rewind", "Notes"). */
  private static final List<String> FUNCTIONS_OF_REWINDER =
      List.of(
          "pg_ls_dir(text, boolean, boolean)",
          "pg_stat_file(text, boolean)",
          "pg_read_binary_file(text)",
          "pg_read_binary_file(text, bigint, bigint, boolean)");

  /**
   * Starts the server, makes the roles, and stops it in order. May be called again.
   *
   * @throws DatabaseUnusableException if that fails
   */
  public static SiteHandover prepare(HomeFolder home) {
    String replicator = Passwords.of(home, "database-replicator");
    String rewinder = Passwords.of(home, "database-rewinder");
    try (EmbeddedServer server = EmbeddedServer.start(home)) {
      String superuser =
          Files.readString(EmbeddedServer.superuserPasswordFile(home), StandardCharsets.US_ASCII)
              .strip();
      String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.port());
      try (Connection connection =
              DriverManager.getConnection(url, EmbeddedServer.SUPERUSER, superuser);
          Statement statement = connection.createStatement()) {
        role(statement, "replicator", "LOGIN REPLICATION", replicator);
        role(statement, "rewinder", "LOGIN", rewinder);
        for (String function : FUNCTIONS_OF_REWINDER) {
          statement.execute("GRANT EXECUTE ON FUNCTION %s TO rewinder".formatted(function));
        }
      }
      return new SiteHandover(
          superuser,
          replicator,
          rewinder,
          server.owner().password(),
          SharedBuffers.ofThisMachine());
    } catch (SQLException e) {
      throw new DatabaseUnusableException("the roles for another site can't be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException("a password of the database can't be read", e);
    }
  }

  /**
   * The setting {@code archive_command}, after the script that it calls was written.
   *
   * @param home absolute
   */
  public static String archiveCommand(Path home) {
    ArchiveCommand.stopping(home, false); // the embedded server has stopped for good
    return ArchiveCommand.in(home);
  }

  /** As PostgreSQL writes it, for the memory of this machine. */
  public static String sharedBuffersHere() {
    return SharedBuffers.ofThisMachine();
  }

  private static void role(Statement statement, String name, String rights, String password)
      throws SQLException {
    boolean there;
    try (ResultSet rows =
        statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(name))) {
      there = rows.next();
    }
    statement.execute(
        "%s ROLE %s %s PASSWORD '%s'"
            .formatted(there ? "ALTER" : "CREATE", name, rights, password));
  }

  @Override
  public String toString() {
    return "SiteHandover[hidden]";
  }
}
