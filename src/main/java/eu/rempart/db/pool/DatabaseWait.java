package eu.rempart.db.pool;

import eu.rempart.db.DatabaseUnusableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits at the start until the database takes connections of its owner. */
public final class DatabaseWait {

  private static final Logger log = LoggerFactory.getLogger(DatabaseWait.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** SQLSTATE: connection exceptions, and a server that starts, stops or is a copy. */
  private static final String[] AWAY = {"08", "57P", "25006"};

  private final Duration longest;
  private final Time time;

  /** Opens a connection, or says why there is none. */
  public interface Door {
    Connection open() throws SQLException;
  }

  /** The clock and its pauses. */
  public interface Time {

    /** Goes only forward. */
    long nanos();

    void pause(Duration pause);
  }

  /**
   * Waits for nothing yet.
   *
   * @param longest so long {@link #until} waits
   */
  public DatabaseWait(Duration longest, Time time) {
    this.longest = longest;
    this.time = time;
  }

  /**
   * Returns once a connection could be opened.
   *
   * @throws DatabaseUnusableException if none could for that long; or at once, if it is refused for
   *     another reason than that nobody leads
   */
  public void until(Door door, String what) {
    Thread waiting = Thread.currentThread();
    Thread end = new Thread(waiting::interrupt, "end the wait for the database");
    // else the machine's own end waits for this one
    Runtime.getRuntime().addShutdownHook(end);
    try {
      open(door, what);
    } finally {
      forget(end);
    }
  }

  private static void forget(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException ending) {
      log.info("the start was ended while it waited for the database");
    }
  }

  private void open(Door door, String what) {
    long begun = time.nanos();
    boolean told = false;
    while (true) {
      try (Connection opened = door.open()) {
        if (told) {
          log.info("the database takes connections now, as {}", opened.getMetaData().getUserName());
        }
        return;
      } catch (SQLException e) {
        if (!isAway(e) || time.nanos() - begun >= longest.toNanos()) {
          throw new DatabaseUnusableException(
              "%s takes no connection; ./rempart site status says who leads".formatted(what), e);
        }
        if (!told) {
          log.warn(
              "{} takes no connection yet ({}); the start waits up to {} s",
              what,
              e.getMessage(),
              longest.toSeconds());
          told = true;
        }
      }
      time.pause(PAUSE);
    }
  }

  private static boolean isAway(SQLException e) {
    String state = e.getSQLState();
    if (state == null) {
      return false;
    }
    for (String away : AWAY) {
      if (state.startsWith(away)) {
        return true;
      }
    }
    return false;
  }

  /** The machine's own. */
  public static Time machine() {
    return new Time() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void pause(Duration pause) {
        try {
          Thread.sleep(pause);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new DatabaseUnusableException("the start was ended while it waited", e);
        }
      }
    };
  }
}
