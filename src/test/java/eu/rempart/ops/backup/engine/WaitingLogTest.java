package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.archived;
import static eu.rempart.ops.backup.engine.BackedUpServer.destination;
import static eu.rempart.ops.backup.engine.BackedUpServer.disk;
import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.ops.backup.engine.BackupEngine.Unprepared;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destination that takes nothing for long, and the log of the others. */
class WaitingLogTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private BackedUpServer up;
  private BackupEngine engine;
  private SftpServer sftp;
  private List<Destination> both = List.of();

  @BeforeEach
  void start() throws Exception {
    up = new BackedUpServer(folder.resolve("home"));
    engine =
        new BackupEngine(
            up.home,
            up.server,
            up.secret,
            new ImageScope(List.of(up.home.path()), List.of()),
            2,
            Optional::empty);
    sftp = SftpServer.start(folder.resolve("sftp"), up.secret.sshPublicKey());
    String keys = String.join("\n", HostKeys.of(sftp.address()).lines());
    both = List.of(disk(1, folder.resolve("disk")), destination(2, sftp.address(), keys));
    assertThat(engine.use(both, untold())).isEmpty();
  }

  @AfterEach
  void stop() {
    sftp.close();
    up.close();
  }

  /** The name of the last of more parts than may wait. */
  private String writeTooMuch() throws Exception {
    String last = "";
    for (int i = 0; i < 4; i++) {
      last = up.switchLog();
    }
    await().atMost(LONG).until(engine::isLogWaiting);
    return last;
  }

  private void awaitArchived(String destination, String part) {
    await().atMost(LONG).until(() -> archived(folder.resolve(destination), part).isPresent());
  }

  /** Has the engine leave out the second destination alone. */
  private Unprepared leaveOut() throws Exception {
    List<Unprepared> left = engine.use(both, untold());
    assertThat(left).extracting(each -> each.destination().place()).containsExactly(2);
    return left.getFirst();
  }

  @Test
  void oneThatIsAwayForLongHoldsUpNobody() throws Exception {
    sftp.close();
    String part = writeTooMuch();
    leaveOut();
    awaitArchived("disk", part);
    await().atMost(LONG).until(() -> !engine.isLogWaiting());
  }

  @Test
  void oneThatIsFullHoldsUpNobody() throws Exception {
    sftp = sftp.full();
    assertThatThrownBy(
            () -> engine.make(Technology.CLASSIC, both.get(1), "site-a", true, both, untold()))
        .isInstanceOfSatisfying(
            BackupFailedException.class, failed -> assertThat(failed.why()).isEqualTo(Why.FULL));
    awaitArchived("disk", writeTooMuch());
    assertThat(leaveOut().reason().why()).isEqualTo(Why.FULL);
    await().atMost(LONG).until(() -> !engine.isLogWaiting());

    sftp.close();
    sftp = sftp.again();
    assertThat(engine.use(both, untold())).as("once there is room").isEmpty();
    awaitArchived("sftp/data", up.switchLog());
  }
}
