package eu.rempart.bench.site;

import eu.rempart.RempartApplication;
import eu.rempart.db.DatabaseAnswers;
import eu.rempart.db.NoticeListener;
import eu.rempart.db.pool.GuardedDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;

/**
 * The application of one site, and in it somebody who notes when it is ready and when it hears
 * notices of the database, and somebody who writes one number after the other by its data source
 * and notes when each was acknowledged. A number that certainly failed is tried again, one of which
 * nobody knows is not: so one that is there twice was called failed wrongly.
 */
final class FailoverWriter {

  private static final long PAUSE_MILLIS = 20;
  private static final long AFTER_FAILURE_MILLIS = 50;
  private static final long LOOK_MILLIS = 100;

  private final GuardedDataSource database;
  private final String name;
  private final Writer log;
  private volatile boolean ready = true;
  private final AtomicLong number = new AtomicLong(1);

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
      GuardedDataSource database = application.getBean(GuardedDataSource.class);
      FailoverWriter writer = new FailoverWriter(database, arguments[1], log);
      writer.listen(application.getBeanFactory());
      DatabaseAnswers answers = application.getBean(DatabaseAnswers.class);
      Thread.ofPlatform().daemon().start(() -> writer.watch(answers));
      writer.write();
    }
  }

  /** Among the listeners of the application, which a move has connect anew. */
  private void listen(ConfigurableListableBeanFactory beans) {
    NoticeListener listener =
        new NoticeListener(database, "bench_written", () -> note("listens", "-"), _ -> {});
    beans.registerSingleton("benchListener", listener);
    listener.start();
  }

  /** What {@code /health/ready} asks. */
  private void watch(DatabaseAnswers answers) {
    while (true) {
      boolean now = answers.now();
      if (now != ready) {
        ready = now;
        note(now ? "ready" : "unready", "-");
      }
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void write() throws InterruptedException {
    while (true) {
      Thread.sleep(writeOne() ? PAUSE_MILLIS : AFTER_FAILURE_MILLIS);
    }
  }

  private boolean writeOne() {
    boolean committing = false;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      String server = insert(connection);
      committing = true;
      connection.commit();
      note("ack", server);
      number.incrementAndGet();
      return true;
    } catch (SQLException e) {
      note(committing ? "doubt" : "failed", String.valueOf(e.getSQLState()));
      if (committing) {
        number.incrementAndGet();
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
      statement.setLong(2, number.get());
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private synchronized void note(String what, String detail) {
    try {
      log.write(
          "%d %s %s %d %s%n"
              .formatted(System.currentTimeMillis(), what, name, number.get(), detail));
      log.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
