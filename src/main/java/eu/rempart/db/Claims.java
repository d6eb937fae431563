package eu.rempart.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Which servers use this database, and what only one of them may do at a time: locks of PostgreSQL
 * (advisory ones) on one connection of this server, opened when it is first needed. The database
 * gives them back when the process or its machine ends, however that comes about. Thread safe.
 */
public final class Claims implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Claims.class);
  private static final String SERVER = "hashtextextended(?, 7310610)";
  private static final String WHAT = "hashtextextended(?, 7310611)";
  private static final int CHECK_SECONDS = 5;

  private final DataSource database;
  private final UUID here = UUID.randomUUID();
  private final Set<String> taken = new HashSet<>();
  private @Nullable Connection connection;

  public Claims(DataSource database) {
    this.database = database;
  }

  /** This process, which the others know to be there from now on; another one after each start. */
  public synchronized UUID here() {
    connected();
    return here;
  }

  /** Whether the process that called itself so is still there. */
  public synchronized boolean isThere(UUID server) {
    // shared: two that look at the same time don't take each other for it
    return server.equals(here)
        || !ask("SELECT pg_try_advisory_xact_lock_shared(" + SERVER + ")", server.toString());
  }

  /**
   * Takes what one alone may have, without waiting.
   *
   * @return false while another has it, here or on another server
   */
  public synchronized boolean take(String what) {
    connected();
    if (taken.contains(what) || !ask("SELECT pg_try_advisory_lock(" + WHAT + ")", what)) {
      return false;
    }
    taken.add(what);
    return true;
  }

  /** Gives back what was taken. */
  public synchronized void giveBack(String what) {
    Connection present = connection;
    if (!taken.remove(what) || present == null) {
      return;
    }
    try {
      ask(present, "SELECT pg_advisory_unlock(" + WHAT + ")", what);
    } catch (SQLException e) {
      log.warn("a claim could not be given back: {}", e.getClass().getName());
      drop(present); // with the connection the database gives back all
    }
  }

  private boolean ask(String sql, String name) {
    Connection present = connected();
    try {
      return ask(present, sql, name);
    } catch (SQLException e) {
      drop(present);
      throw unusable(e);
    }
  }

  private static boolean ask(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  private Connection connected() {
    Connection present = connection;
    try {
      if (present != null && present.isValid(CHECK_SECONDS)) {
        return present;
      }
      if (present != null) {
        log.warn("lost the connection that says that this server is there, connecting again");
        drop(present);
      }
      return connect();
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private Connection connect() throws SQLException {
    Connection fresh = database.getConnection();
    try {
      fresh.setAutoCommit(true);
      try (Statement statement = fresh.createStatement()) {
        // a machine that vanished is noticed within a minute, not after hours
        statement.execute("SET tcp_keepalives_idle = 20");
        statement.execute("SET tcp_keepalives_interval = 10");
        statement.execute("SET tcp_keepalives_count = 3");
        // nothing is said for as long as an import takes
        statement.execute("SET idle_session_timeout = 0");
      }
      ask(fresh, "SELECT pg_advisory_lock(" + SERVER + ") IS NULL", here.toString());
      for (String what : Set.copyOf(taken)) {
        if (!ask(fresh, "SELECT pg_try_advisory_lock(" + WHAT + ")", what)) {
          log.warn("another server took {} while this one was not connected", what);
          taken.remove(what);
        }
      }
    } catch (SQLException e) {
      drop(fresh);
      throw e;
    }
    connection = fresh;
    return fresh;
  }

  private void drop(Connection broken) {
    connection = null;
    try (broken) {
      broken.abort(Runnable::run);
    } catch (SQLException e) {
      log.debug("a broken connection could not be closed", e); // it is gone as it is
    }
  }

  @Override
  public synchronized void close() {
    Connection present = connection;
    connection = null;
    taken.clear();
    if (present == null) {
      return;
    }
    try (present;
        Statement statement = present.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock_all()");
    } catch (SQLException e) {
      log.warn("claims could not be given back: {}", e.getClass().getName());
      drop(present);
    }
  }

  private static DataAccessResourceFailureException unusable(SQLException e) {
    return new DataAccessResourceFailureException("what servers claim could not be asked", e);
  }
}
