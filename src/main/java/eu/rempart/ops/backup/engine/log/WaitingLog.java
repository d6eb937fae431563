package eu.rempart.ops.backup.engine.log;

import eu.rempart.db.server.DatabaseServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Since when the part of PostgreSQL's log that waits longest has waited: what {@code
 * pg_stat_archiver} says is well wherever one part went out lately, though a slow destination may
 * be hours behind. Thread safe.
 */
public final class WaitingLog {

  /** A server that copies archives nothing; what waits there is of another time. */
  private static final String LONGEST =
      "SELECT min(modification) FROM pg_ls_archive_statusdir()"
          + " WHERE name LIKE '%.ready' AND NOT pg_is_in_recovery()";

  /** What was asked is true for so long. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final @Nullable DatabaseServer database;
  private final InstantSource clock;
  private Instant asked = Instant.MIN;
  private @Nullable Instant since;

  /**
   * @param database null where it runs elsewhere
   */
  public WaitingLog(@Nullable DatabaseServer database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Null where nothing waits, or where the database runs elsewhere. */
  public synchronized @Nullable Instant since() {
    Instant now = clock.instant();
    if (database != null && !now.isBefore(asked.plus(FRESH))) {
      since = ask(database);
      asked = now;
    }
    return since;
  }

  private static @Nullable Instant ask(DatabaseServer database) {
    try (Connection connection = database.open("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LONGEST)) {
      row.next();
      OffsetDateTime longest = row.getObject(1, OffsetDateTime.class);
      return longest == null ? null : longest.toInstant();
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL can't be asked how long its log waits", e);
    }
  }
}
