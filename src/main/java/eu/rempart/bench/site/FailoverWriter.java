package eu.rempart.bench.site;

import eu.rempart.RempartApplication;
import eu.rempart.db.pool.GuardedDataSource;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.boot.SpringApplication;

/**
 * The application of one site, and in it somebody who writes one number after the other by its data
 * source and notes when each was acknowledged. A number that certainly failed is tried again, one
 * of which nobody knows is not: so one that is there twice was called failed wrongly.
 */
final class FailoverWriter {

  private static final long PAUSE_MILLIS = 20;
  private static final long AFTER_FAILURE_MILLIS = 50;

  private final GuardedDataSource database;
  private final String name;
  private final Writer log;
  private long number = 1;

  private FailoverWriter(GuardedDataSource database, String name, Writer log) {
    this.database = database;
    this.name = name;
    this.log = log;
  }

  /**
   * Runs until it is killed.
   *
   * @param arguments the home folder, the writer's name, the file that it notes things in
   */
  public static void main(String[] arguments) throws Exception {
    var application =
        SpringApplication.run(
            RempartApplication.class,
            "--rempart.home=" + arguments[0],
            "--server.port=0",
            "--logging.level.root=warn",
            "--logging.level.eu.rempart.ops.site=info");
    try (Writer log =
        Files.newBufferedWriter(
            Path.of(arguments[2]),
            StandardCharsets.US_ASCII,
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND)) {
      new FailoverWriter(application.getBean(GuardedDataSource.class), arguments[1], log).write();
    }
  }

  private void write() throws IOException, InterruptedException {
    while (true) {
      Thread.sleep(writeOne() ? PAUSE_MILLIS : AFTER_FAILURE_MILLIS);
    }
  }

  private boolean writeOne() throws IOException {
    boolean committing = false;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      String server = insert(connection);
      committing = true;
      connection.commit();
      note("ack", server);
      number++;
      return true;
    } catch (SQLException e) {
      note(committing ? "doubt" : "failed", String.valueOf(e.getSQLState()));
      if (committing) {
        number++;
      }
      return false;
    }
  }

  private String insert(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO bench_written (writer, n) VALUES (?, ?)"
                + " RETURNING host(inet_server_addr())")) {
      statement.setString(1, name);
      statement.setLong(2, number);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private void note(String what, String detail) throws IOException {
    log.write("%d %s %s %d %s%n".formatted(System.currentTimeMillis(), what, name, number, detail));
    log.flush();
  }
}
