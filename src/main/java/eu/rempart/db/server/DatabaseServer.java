package eu.rempart.db.server;

import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.db.embedded.LeftOver;
import eu.rempart.db.embedded.ScratchServer;
import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A server of this machine whose files can be copied, with the rights of its superuser. */
public interface DatabaseServer {

  /** The folder of its data. */
  Path dataFolder();

  /** The folder of its Unix socket. */
  Path socketFolder();

  int port();

  /** The name of its superuser. */
  String superuser();

  /** For a file that PostgreSQL's own programs read: never log it. */
  String password();

  /** As the superuser. */
  Connection open(String database) throws SQLException;

  /** A server that was started on a copy, to be looked at. */
  interface Restored extends AutoCloseable {

    /** As the superuser. */
    Connection open(String database) throws SQLException;

    /**
     * As an account that reads everything and may do nothing else: functions that came with the
     * data run with its rights. It goes when the server stops.
     *
     * @param schemas whose functions it may call
     */
    Connection openToRead(String database, String... schemas) throws SQLException;

    @Override
    void close();
  }

  /** A server that was started for a command. */
  interface Started extends DatabaseServer, AutoCloseable {

    /** Keeps the log back until the next start: nobody knows yet whether it is to stay. */
    void holdLog();

    /** How many migrations of this version the database lacks. */
    int lacking();

    /**
     * Brings the schema up to date.
     *
     * @throws RuntimeException if a migration fails; those before it stay
     */
    void migrate();

    @Override
    void close();
  }

  /** Ends one that outlived the process which started it. */
  static void endLeftOver(Path data) {
    LeftOver.stop(data);
  }

  /** Starts the one of a home folder, whose data are there. */
  static Started start(HomeFolder home) {
    return EmbeddedServer.start(home);
  }

  /**
   * Starts one on data that were restored, and waits until it has replayed its log and takes
   * connections. It archives nothing, and only this machine reaches it.
   *
   * @param home whose programs and whose superuser's password it uses
   * @param data changed by it
   * @param patience for the replay
   * @throws IOException if it does not start in time; what it said is in {@code postgres.log}
   *     beside the folder
   */
  static Restored startOn(HomeFolder home, Path data, Duration patience) throws IOException {
    return ScratchServer.start(home, data, patience);
  }
}
