package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.db.embedded.EmbeddedServer;
import eu.rempart.home.HomeFolder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingLogTest {

  private Instant now = Instant.parse("2026-12-01T12:00:00Z");

  private static void archive(EmbeddedServer server, String command) throws SQLException {
    try (Connection connection = server.open("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER SYSTEM SET archive_command = '%s'".formatted(command));
      statement.execute("SELECT pg_reload_conf()");
      statement.execute("SELECT pg_logical_emit_message(false, 'test', 'something')");
      statement.execute("SELECT pg_switch_wal()");
    }
  }

  private @Nullable Instant since(WaitingLog log) {
    now = now.plus(Duration.ofMinutes(1)); // what it knows is fresh for seconds
    return log.since();
  }

  @Test
  void partThatDoesNotGoOutIsSeenUntilItDoes(@TempDir Path folder) throws Exception {
    try (HomeFolder home = HomeFolder.open(folder);
        EmbeddedServer server = EmbeddedServer.start(home)) {
      WaitingLog log = new WaitingLog(server, () -> now);
      Instant before = Instant.now();
      archive(server, "false");
      await().until(() -> since(log) != null);
      assertThat(since(log)).isBetween(before.minusSeconds(2), Instant.now().plusSeconds(2));
      archive(server, "true");
      await().until(() -> since(log) == null);
    }
  }

  @Test
  void databaseThatRunsElsewhereIsNotAsked() {
    assertThat(new WaitingLog(null, () -> now).since()).isNull();
  }
}
