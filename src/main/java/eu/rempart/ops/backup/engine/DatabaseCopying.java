package eu.rempart.ops.backup.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells PostgreSQL that its files are being copied ({@code pg_backup_start}). Until {@link
 * Copying#close}, a slot of its own keeps all of the log that what is copied needs.
 */
final class DatabaseCopying {

  private static final int TIMELINE = 8;

  /** Of the log: the timeline and two halves of the place, in eight digits each. */
  private static final Pattern LOG_FILE = Pattern.compile("[0-9A-F]{24}(\\.partial)?");

  private static final Pattern START =
      Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

  private final Opening opening;

  /** Opens connections as PostgreSQL's superuser. */
  interface Opening {
    Connection open() throws SQLException;
  }

  DatabaseCopying(Opening opening) {
    this.opening = opening;
  }

  /** A copy that goes on for as long as its connection is open. */
  static final class Copying implements AutoCloseable {

    private final Connection connection;

    private Copying(Connection connection) {
      this.connection = connection;
    }

    /**
     * The copy is complete but for the log, which may be copied now, before {@link #close}.
     *
     * @return the content of {@code backup_label}
     */
    String end() throws IOException {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        rows.next();
        return rows.getString(1);
      } catch (SQLException e) {
        throw new IOException("PostgreSQL did not end the backup", e);
      }
    }

    /**
     * Call this once the log was copied.
     *
     * @throws IOException if a part of it may have gone before: there is a bound on what a slot
     *     keeps
     */
    void requireLog() throws IOException {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  """
                  SELECT count(*) FROM pg_replication_slots
                  WHERE active_pid = pg_backend_pid() AND wal_status IN ('reserved', 'extended')
                  """)) {
        rows.next();
        if (rows.getInt(1) == 0) {
          throw new IOException("PostgreSQL kept less of its log than was written meanwhile");
        }
      } catch (SQLException e) {
        throw new IOException("PostgreSQL did not keep its log", e);
      }
    }

    /** One that was not ended counts for nothing. */
    @Override
    public void close() throws IOException {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }

  /**
   * Begins, with a checkpoint at once.
   *
   * @param label for whoever looks into the backup
   */
  Copying begin(String label) throws IOException {
    try {
      Connection connection = opening.open();
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              SELECT pg_create_physical_replication_slot(
                'rempart_copy_' || pg_backend_pid(), immediately_reserve => true, temporary => true),
                pg_backup_start(?, true)
              """)) {
        statement.setString(1, label);
        statement.execute();
        return new Copying(connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException("PostgreSQL did not begin the backup", e);
    }
  }

  /**
   * Files of the log that a copy does not need, of all timelines. PostgreSQL may take them away at
   * any time.
   *
   * @param label the content of {@code backup_label}
   * @param folder that they are in
   */
  static List<String> unneeded(String label, Path folder) throws IOException {
    Matcher start = START.matcher(label);
    if (!start.find()) {
      throw new IOException("backup_label names no file of the log");
    }
    String first = start.group(1).substring(TIMELINE);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> String.valueOf(each.getFileName()))
          .filter(each -> LOG_FILE.matcher(each).matches())
          .filter(each -> each.substring(TIMELINE).compareTo(first) < 0)
          .sorted()
          .toList();
    }
  }
}
