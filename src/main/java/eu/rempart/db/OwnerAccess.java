package eu.rempart.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How the owner role of the database signs in. It runs migrations, and operators use it.
 *
 * @param jdbcUrl without user or password
 */
public record OwnerAccess(String jdbcUrl, String user, String password) {

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }

  @Override
  public String toString() {
    return "OwnerAccess[" + user + "]";
  }
}
