package eu.rempart.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date as the owner role. */
public final class Migrations {

  private static final int OLDEST_POSTGRESQL = 17;

  private Migrations() {}

  /** How many the database lacks. */
  public static int lacking(OwnerAccess owner) {
    return of(owner).info().pending().length;
  }

  /**
   * Runs those that it lacks.
   *
   * @throws DatabaseUnusableException if it does not answer, or is too old
   */
  public static void run(OwnerAccess owner) {
    try (Connection connection = owner.connect()) {
      requireVersion(connection.getMetaData().getDatabaseMajorVersion());
    } catch (SQLException e) {
      throw new DatabaseUnusableException(
          "no connection to %s as %s; check rempart.database.url, user and password"
              .formatted(owner.jdbcUrl(), owner.user()),
          e);
    }
    of(owner).migrate();
  }

  private static Flyway of(OwnerAccess owner) {
    return Flyway.configure()
        .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
        .locations("classpath:db/migration")
        // a number below the newest one is one that was written beside it, and lands later
        .outOfOrder(true)
        .load();
  }

  /**
   * @param version major version of the server
   * @throws DatabaseUnusableException if it is too old
   */
  static void requireVersion(int version) {
    if (version < OLDEST_POSTGRESQL) {
      throw new DatabaseUnusableException(
          "the database is PostgreSQL %d, expected %d or newer"
              .formatted(version, OLDEST_POSTGRESQL));
    }
  }
}
