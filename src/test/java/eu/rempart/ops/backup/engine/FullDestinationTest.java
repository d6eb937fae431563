package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.destination;
import static eu.rempart.ops.backup.engine.BackedUpServer.disk;
import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.ops.backup.engine.BackupEngine.Unprepared;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destination that lets us in and takes nothing more. */
class FullDestinationTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void oneThatIsFullHoldsUpNobody() throws Exception {
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
      SftpServer sftp = SftpServer.start(folder.resolve("sftp"), up.secret.sshPublicKey());
      try {
        Destination there =
            destination(2, sftp.address(), String.join("\n", HostKeys.of(sftp.address()).lines()));
        List<Destination> both = List.of(here, there);
        assertThat(engine.use(both, untold())).isEmpty();
        sftp = sftp.full();
        assertThatThrownBy(
                () -> engine.make(Technology.CLASSIC, there, "site-a", true, both, untold()))
            .isInstanceOfSatisfying(
                BackupFailedException.class,
                failed -> assertThat(failed.why()).isEqualTo(Why.FULL));
        String last = "";
        for (int i = 0; i < 4; i++) {
          last = writePart(up);
        }
        String part = last;
        await().atMost(LONG).until(() -> isIn(folder.resolve("disk/classic/archive"), part));
        assertThat(engine.isLogWaiting()).as("it would be dropped one day, for both").isTrue();

        List<Unprepared> left = engine.use(both, untold());
        assertThat(left).extracting(each -> each.destination().place()).containsExactly(2);
        assertThat(left.getFirst().reason().why()).isEqualTo(Why.FULL);
        await().atMost(LONG).until(() -> !engine.isLogWaiting());

        sftp.close();
        sftp = sftp.again();
        assertThat(engine.use(both, untold())).as("once there is room").isEmpty();
        String next = writePart(up);
        await().atMost(LONG).until(() -> isIn(sftpArchive(), next));
      } finally {
        sftp.close();
      }
    }
  }

  private Path sftpArchive() {
    return folder.resolve("sftp/data/classic/archive");
  }

  /** The name of a part of the log that no compression makes small. */
  private static String writePart(BackedUpServer up) throws Exception {
    up.run(
        "postgres",
        "SELECT pg_logical_emit_message(true, 'test', string_agg(md5(n::text), ''))"
            + " FROM generate_series(1, 20000) n");
    try (Connection connection = up.server.open("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_walfile_name(pg_switch_wal() - 1)")) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean isIn(Path archive, String part) throws IOException {
    try (Stream<Path> all = Files.walk(archive)) {
      return all.map(each -> String.valueOf(each.getFileName()))
          .anyMatch(name -> name.startsWith(part) && !name.endsWith(".tmp"));
    }
  }
}
