package eu.rempart.ops.backup;

import eu.rempart.db.OwnerAccess;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The connection of a command to the database of the application that runs. */
public final class OperatorQueries implements AutoCloseable {

  private final Connection connection;

  private OperatorQueries(Connection connection) {
    this.connection = connection;
  }

  /**
   * Connects as the database's owner, by what the application wrote when it started.
   *
   * @throws SQLException if it does not run
   * @throws IOException if it never ran in this home folder
   */
  public static OperatorQueries of(Path home) throws IOException, SQLException {
    Properties info = new Properties();
    try (Reader text =
        Files.newBufferedReader(home.resolve("run/info.properties"), StandardCharsets.UTF_8)) {
      info.load(text);
    }
    return new OperatorQueries(
        new OwnerAccess(
                info.getProperty("jdbc_url", ""),
                info.getProperty("db_user", ""),
                info.getProperty("db_password", ""))
            .connect());
  }

  public OperatorBackups backups() {
    DSLContext dsl = DSL.using(connection);
    return new OperatorBackups(new BackupRepository(dsl), new RunRepository(dsl));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
