package eu.rempart.ops.backup.engine;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Tells PostgreSQL that its files are being copied ({@code pg_backup_start}). */
final class DatabaseCopying {

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
     * The copy is complete but for the log, which may be copied now.
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
          connection.prepareStatement("SELECT pg_backup_start(?, true)")) {
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
}
