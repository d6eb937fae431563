package eu.rempart.ops.backup.engine.log;

import eu.rempart.db.server.DatabaseServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The parts of PostgreSQL's log that wait to be archived. */
public final class ArchiveQueue {

  private final DatabaseServer database;

  public ArchiveQueue(DatabaseServer database) {
    this.database = database;
  }

  /** How many parts wait. */
  public int waiting() throws IOException {
    try (Connection connection = database.open("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM pg_ls_archive_statusdir() WHERE name LIKE '%.ready'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IOException("PostgreSQL can't be asked how much of its log waits", e);
    }
  }

  /** The name of the part that went out last; empty where none did. */
  public Optional<String> last() throws IOException {
    try (Connection connection = database.open("postgres");
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                // a history of timelines or a mark of a backup may have gone out since
                "SELECT last_archived_wal FROM pg_stat_archiver"
                    + " WHERE last_archived_wal ~ '^[0-9A-F]{24}$'")) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    } catch (SQLException e) {
      throw new IOException("PostgreSQL can't be asked how far its log went out", e);
    }
  }

  /**
   * What was written goes out within a minute, though a part of the log is not full; without a
   * destination that would only wear the disk.
   */
  public void goOutEachMinute(boolean so) throws IOException {
    try (Connection connection = database.open("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(
          so ? "ALTER SYSTEM SET archive_timeout = '60s'" : "ALTER SYSTEM RESET archive_timeout");
      statement.execute("SELECT pg_reload_conf()");
    } catch (SQLException e) {
      throw new IOException("PostgreSQL can't be told how often its log goes out", e);
    }
  }
}
