package eu.rempart.ops.backup.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.db.embedded.HomeTemplate;
import eu.rempart.home.HomeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongestWaitTest {

  private Instant now = Instant.parse("2026-12-01T12:00:00Z");

  private static void run(EmbeddedServer server, String... statements) throws SQLException {
    try (Connection connection = server.open("postgres");
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static void write(EmbeddedServer server) throws SQLException {
    run(
        server,
        "SELECT pg_logical_emit_message(false, 'test', 'something')",
        "SELECT pg_switch_wal()");
  }

  private @Nullable Instant since(WaitingLog log) {
    now = now.plus(Duration.ofMinutes(1)); // what it knows is fresh for seconds
    return log.since();
  }

  @Test
  void partThatDoesNotGoOutIsSeenUntilItDoes(@TempDir Path folder) throws Exception {
    try (HomeFolder home = HomeFolder.open(HomeTemplate.EMPTY.copyTo(folder.resolve("home")));
        EmbeddedServer server = EmbeddedServer.start(home)) {
      WaitingLog log = new WaitingLog(server, () -> now);
      Instant before = Instant.now();
      Path destinations = Files.writeString(home.resolve("backup/pgbackrest.conf"), "some");
      Path stopping = Files.createFile(home.folder("run").resolve("stopping"));
      write(server);
      await().until(() -> since(log) != null);
      assertThat(since(log)).isBetween(before.minusSeconds(2), Instant.now().plusSeconds(2));
      Files.delete(destinations);
      Files.delete(stopping);
      await().until(() -> since(log) == null);
    }
  }

  @Test
  void databaseThatRunsElsewhereIsNotAsked() {
    assertThat(new WaitingLog(null, () -> now).since()).isNull();
  }
}
