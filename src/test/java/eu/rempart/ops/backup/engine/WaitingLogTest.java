package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.destination;
import static eu.rempart.ops.backup.engine.BackedUpServer.disk;
import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destination that is away for long, and the log of the others. */
class WaitingLogTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void oneThatIsAwayForLongHoldsUpNobody() throws Exception {
    try (BackedUpServer up = new BackedUpServer(folder.resolve("home"))) {
      BackupEngine engine =
          new BackupEngine(
              up.home,
              up.server,
              up.secret,
              new ImageScope(List.of(up.home.path()), List.of()),
              2,
              Optional::empty);
      Destination here = disk(1, folder.resolve("disk"));
      Destination away;
      try (SftpServer sftp = SftpServer.start(folder.resolve("sftp"), up.secret.sshPublicKey())) {
        away =
            destination(2, sftp.address(), String.join("\n", HostKeys.of(sftp.address()).lines()));
        assertThat(engine.use(List.of(here, away), untold())).isEmpty();
      }
      String last = "";
      for (int i = 0; i < 4; i++) {
        last = switchLog(up);
      }
      await().atMost(LONG).until(engine::isLogWaiting);

      assertThat(engine.use(List.of(here, away), untold()))
          .extracting(each -> each.destination().place())
          .containsExactly(2);
      String part = last;
      await().atMost(LONG).until(() -> isIn(folder.resolve("disk/classic/archive"), part));
      await().atMost(LONG).until(() -> !engine.isLogWaiting());
    }
  }

  private static String switchLog(BackedUpServer up) throws SQLException {
    up.run("postgres", "SELECT pg_logical_emit_message(true, 'test', 'something')");
    try (Connection connection = up.server.open("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_walfile_name(pg_switch_wal() - 1)")) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean isIn(Path archive, String part) throws IOException {
    try (Stream<Path> all = Files.walk(archive)) {
      return all.anyMatch(each -> String.valueOf(each.getFileName()).startsWith(part));
    }
  }
}
