package eu.rempart.db;

import eu.rempart.db.pool.RawSockets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How the owner role of the database signs in. It runs migrations, and operators use it.
 *
 * @param jdbcUrl without user or password
 */
public record OwnerAccess(String jdbcUrl, String user, String password) {

  public Connection connect() throws SQLException {
    return connect(jdbcUrl, user, password);
  }

  /** A connection whose address is judged, as those of the pool are. */
  static Connection connect(String url, String user, String password) throws SQLException {
    Properties all = new Properties();
    all.putAll(RawSockets.settings("alone"));
    all.setProperty("user", user);
    all.setProperty("password", password);
    return DriverManager.getConnection(url, all);
  }

  @Override
  public String toString() {
    return "OwnerAccess[" + user + "]";
  }
}
