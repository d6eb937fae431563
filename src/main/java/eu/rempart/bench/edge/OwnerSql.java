package eu.rempart.bench.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The way an operator gets into the database of an installation that runs. */
final class OwnerSql {

  private OwnerSql() {}

  /** A connection as the owner role; close it. */
  static Connection of(Path home) throws IOException, SQLException {
    Properties info = new Properties();
    try (BufferedReader in = Files.newBufferedReader(home.resolve("run/info.properties"))) {
      info.load(in);
    }
    return DriverManager.getConnection(
        info.getProperty("jdbc_url"), info.getProperty("db_user"), info.getProperty("db_password"));
  }
}
