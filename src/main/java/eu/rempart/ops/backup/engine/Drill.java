package eu.rempart.ops.backup.engine;

import eu.rempart.db.server.DatabaseServer;
import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.program.BackupFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Proves a backup by using it: restores it into a scratch folder, starts PostgreSQL on it and looks
 * at what is there.
 */
public final class Drill {

  private static final String DATABASE = "rempart";
  private static final long MB = 1_000_000;

  /** Of the disk, for the database that goes on. */
  private static final long LEFT = 1_000 * MB;

  private static final Duration REPLAY = Duration.ofMinutes(30);

  private final HomeFolder home;
  private final DatabaseServer live;

  /** Restores a backup. */
  public interface Restoring {

    /**
     * Restores it.
     *
     * @param scratch an empty folder
     * @return the folder of PostgreSQL's data in it
     */
    Path into(Path scratch) throws IOException;
  }

  /**
   * @param live what backups are of
   */
  public Drill(HomeFolder home, DatabaseServer live) {
    this.home = home;
    this.live = live;
  }

  /**
   * Restores one and looks at it. Nothing of it is left afterwards.
   *
   * @throws IOException if it can't be restored, or PostgreSQL does not start from it
   */
  public Proof prove(Restoring backup) throws IOException {
    requireRoom();
    Path scratch = Files.createTempDirectory(home.folder("backup"), "drill-");
    try {
      Path data = backup.into(scratch);
      try (DatabaseServer.Restored server = DatabaseServer.startOn(home, data, REPLAY);
          Connection present = live.open(DATABASE)) {
        return RestoredCheck.of(server, present);
      } catch (SQLException e) {
        throw new IOException("the restored database can't be asked", e);
      }
    } finally {
      Scratch.delete(scratch);
    }
  }

  /** The database writes to the same disk: it must never be a drill that fills it. */
  private void requireRoom() throws IOException {
    try (Connection connection = live.open(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT sum(pg_database_size(oid)) FROM pg_database)"
                    + " + (SELECT coalesce(sum(size), 0) FROM pg_ls_waldir())")) {
      row.next();
      long needed = row.getLong(1) + row.getLong(1) / 5 + LEFT;
      long free = Files.getFileStore(home.path()).getUsableSpace();
      if (free < needed) {
        throw new BackupFailedException(
            BackupFailedException.Why.FULL,
            "%d MB are free where %d MB are needed to restore".formatted(free / MB, needed / MB));
      }
    } catch (SQLException e) {
      throw new IOException("the database can't be asked for its size", e);
    }
  }

  /** Of drills that were broken off by the end of the process. */
  public static void clear(BackupFolder folder) throws IOException {
    if (!Files.isDirectory(folder.path())) {
      return;
    }
    try (var left = Files.newDirectoryStream(folder.path(), "drill-*")) {
      for (Path each : left) {
        Scratch.delete(each);
      }
    }
  }
}
