package eu.rempart.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The role {@code rempart_app}, as which the application works. */
final class AppRole {

  static final String NAME = "rempart_app";

  private static final int PATIENCE_SECONDS = 5;

  private AppRole() {}

  /**
   * Makes the role, if it isn't there, and gives it this password.
   *
   * @throws DatabaseUnusableException if the owner role may not; the message says what to do
   */
  static void prepare(OwnerAccess owner, String password) {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        statement.execute("CREATE ROLE %s LOGIN".formatted(NAME));
      }
      if (!signsIn(owner, password)) {
        setPassword(connection, statement, password);
      }
      String database = connection.getCatalog().replace("\"", "\"\"");
      statement.execute("GRANT CONNECT ON DATABASE \"%s\" TO %s".formatted(database, NAME));
      // What the application makes for itself must never be taken for something of the owner's.
      statement.execute(
          "REVOKE TEMPORARY ON DATABASE \"%s\" FROM PUBLIC, %s".formatted(database, NAME));
    } catch (SQLException e) {
      throw new DatabaseUnusableException(
          """
          the role %s can't be prepared by %s. Either give that role CREATEROLE, or have an \
          administrator of the database run: CREATE ROLE %s LOGIN PASSWORD '…'; and set \
          rempart.database.app-password to it\
          """
              .formatted(NAME, owner.user(), NAME),
          e);
    }
  }

  /** So it is at every start but the first, and two nodes that start together change nothing. */
  private static boolean signsIn(OwnerAccess owner, String password) {
    try (Connection app = OwnerAccess.connect(owner.jdbcUrl(), NAME, password)) {
      return app.isValid(PATIENCE_SECONDS);
    } catch (SQLException refused) {
      return false;
    }
  }

  private static void setPassword(Connection connection, Statement statement, String password)
      throws SQLException {
    try (var prepared =
        connection.prepareStatement("SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', ?, ?)")) {
      prepared.setString(1, NAME);
      prepared.setString(2, password);
      try (ResultSet row = prepared.executeQuery()) {
        row.next();
        statement.execute(row.getString(1));
      }
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet rows =
        statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(NAME))) {
      return rows.next();
    }
  }
}
