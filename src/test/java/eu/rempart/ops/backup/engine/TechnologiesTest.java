package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.alterOneByte;
import static eu.rempart.ops.backup.engine.BackedUpServer.destination;
import static eu.rempart.ops.backup.engine.BackedUpServer.disk;
import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.embedded.ScratchServer;
import eu.rempart.ops.backup.engine.ClassicBackup.Wished;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.RunControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both technologies, with the real programs, on the server that comes along. */
class TechnologiesTest {

  @TempDir private Path folder;

  private BackedUpServer up;

  @BeforeEach
  void start() throws Exception {
    up = new BackedUpServer(folder.resolve("home [1]")); // signs that patterns read otherwise
    up.run(
        "postgres",
        "CREATE TABLE known (n int, v text)",
        "INSERT INTO known SELECT n, 'value ' || n FROM generate_series(1, 1000) n");
  }

  @AfterEach
  void stop() {
    up.close();
  }

  @Test
  void classicIsMadeAtEachAndSeesAnAlteredByte() throws Exception {
    Destination here = disk(1, folder.resolve("disk"));
    Destination there = disk(7, folder.resolve("other"));
    up.add(here, there);
    List<Double> progress = new ArrayList<>();
    for (Destination each : List.of(here, there)) {
      Made made = up.classic.make(each, "site-a", true, new RunControl(progress::add));
      assertThat(made.label()).endsWith("F");
      assertThat(made.size()).isGreaterThan(10_000_000);
      assertThat(made.stored()).isBetween(1_000_000L, made.size());
    }
    up.run("postgres", "INSERT INTO known VALUES (1001, 'changed')");
    Made changes = up.classic.make(here, "site-a", false, untold());
    assertThat(changes.label()).endsWith("D");
    assertThat(up.classic.list(here)).hasSize(2);
    assertThat(rows(up.classic.restoreData(here, changes.label(), scratch(), untold())))
        .isEqualTo(1_001);

    assertThat(up.classic.verify(here, Wished.NOTHING, untold())).isTrue();
    alterOneByte(folder.resolve("disk/classic/backup"));
    assertThat(up.classic.verify(here, Wished.NOTHING, untold()))
        .as("one byte is another")
        .isFalse();
    assertThat(up.classic.verify(there, Wished.NOTHING, untold())).isTrue();
  }

  @Test
  void missingPartOfTheLogIsSeenUntilAWholeBackupComesAfterIt() throws Exception {
    Destination here = disk(1, folder.resolve("disk"));
    up.add(here);
    up.classic.make(here, "site-a", true, untold());
    List<Path> parts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      parts.add(archived(up.switchLog()));
    }
    assertThat(up.classic.verify(here, Wished.NOTHING, untold())).isTrue();
    Files.delete(parts.get(1));
    assertThat(up.classic.verify(here, Wished.NOTHING, untold()))
        .as("a part of the log is gone")
        .isFalse();
    up.classic.make(here, "site-a", false, untold());
    assertThat(up.classic.verify(here, Wished.NOTHING, untold()))
        .as("the first leads to nothing new")
        .isFalse();

    Made whole = up.classic.make(here, "site-a", true, untold());
    assertThat(up.classic.verify(here, Wished.NOTHING, untold())).isTrue();
    Path backups = folder.resolve("disk/classic/backup/rempart");
    Files.move(backups.resolve(whole.label()), folder.resolve("away"));
    assertThat(up.classic.verify(here, Wished.NOTHING, untold())).as("a backup is gone").isFalse();
  }

  private Path archived(String part) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> BackedUpServer.archived(folder.resolve("disk"), part), Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void imageIsMadeAndSeesAnAlteredByte() throws Exception {
    Destination here = disk(1, folder.resolve("disk"));
    up.add(here);
    Made made = up.image.make(here, "site-a", List.of(up.home.path()), List.of(), untold());
    assertThat(made.left()).isZero();
    assertThat(made.size()).isGreaterThan(10_000_000);
    assertThat(up.image.verify(here, null, untold())).isTrue();
    up.run("postgres", "INSERT INTO known VALUES (1001, 'after the backup')");
    Path data = up.image.restoreData(here, made.label(), scratch(), untold());
    assertThat(data.resolve("postmaster.pid")).doesNotExist();
    assertThat(rows(data)).isEqualTo(1_000);

    alterOneByte(folder.resolve("disk/image/data"));
    assertThat(up.image.verify(here, null, untold())).as("one byte is another").isFalse();
  }

  @Test
  void destinationBehindASymbolicLinkIsNotInItsOwnImage() throws Exception {
    Path root = Files.createDirectory(folder.resolve("root"));
    Path real = Files.createDirectory(root.resolve("disk {1}"));
    Path other = Files.createDirectory(root.resolve("other"));
    Files.createSymbolicLink(real.resolve("image"), Files.createDirectory(other.resolve("image")));
    Path link = Files.createSymbolicLink(root.resolve("link"), real);
    Destination linked = destination(1, DestinationAddress.parse(link.toString()), "");
    up.add(linked);
    Files.writeString(up.home.folder("backup/before-upgrade").resolve("copy"), "of before");
    ImageScope scope = new ImageScope(List.of(root), List.of());
    List<String> without = scope.excluded(up.home, List.of(linked));
    Path keys = up.home.path().resolve("keys");
    Path backup = up.home.path().resolve("backup");
    for (int i = 0; i < 2; i++) {
      up.image.make(linked, "site-a", List.of(root, keys, backup), without, untold());
    }
    Restic program =
        new Restic(up.files, linked, up.secret.passphrase(linked.use(Technology.IMAGE)));
    Path restored = scratch();
    String id = WholeImage.all(program.list()).getLast().files().id();
    assertThat(program.restoreBelow(id, folder, restored).run(_ -> {}).isWell()).isTrue();
    assertThat(restored.resolve("root").resolve(real.getFileName())).doesNotExist();
    assertThat(restored.resolve("root").resolve(other.getFileName())).isEmptyDirectory();
    Path home = restored.resolve(up.home.path().getFileName());
    assertThat(home.resolve("keys/backup")).exists();
    assertThat(home.resolve("backup/pgpass")).exists();
    assertThat(home.resolve("backup/before-upgrade")).doesNotExist();
  }

  @Test
  void imageWithoutAFileThatCannotBeReadFails() throws Exception {
    Destination here = disk(1, folder.resolve("disk"));
    up.add(here);
    // which nobody can read from its beginning on
    Path unreadable = Path.of("/proc/self/mem");
    List<Path> little = List.of(up.home.path().resolve("keys"), unreadable);
    assertThatThrownBy(() -> up.image.make(here, "site-a", little, List.of(), untold()))
        .isInstanceOfSatisfying(
            BackupFailedException.class,
            failed -> {
              assertThat(failed.why()).isEqualTo(BackupFailedException.Why.INCOMPLETE);
              assertThat(failed.missing()).isEqualTo(1);
            })
        .hasMessage(unreadable.toString());
    Restic program = new Restic(up.files, here, up.secret.passphrase(here.use(Technology.IMAGE)));
    assertThat(WholeImage.all(program.list())).as("nobody restores what is not whole").isEmpty();
  }

  @Test
  void imageOfAFolderThatIsNotThereFails() throws Exception {
    Destination here = disk(1, folder.resolve("disk"));
    Path gone = up.home.resolve("no-folder");
    assertThatThrownBy(
            () -> up.image.make(here, "site-a", List.of(up.home.path(), gone), List.of(), untold()))
        .isInstanceOfSatisfying(
            BackupFailedException.class,
            failed -> assertThat(failed.why()).isEqualTo(BackupFailedException.Why.INCOMPLETE))
        .hasMessageContaining(gone.toString());
  }

  @Test
  void lockOfARunThatWasKilledHoldsUpNothing() throws Exception {
    Destination here = disk(1, folder.resolve("disk"));
    up.add(here);
    List<Path> little = List.of(up.home.path().resolve("keys"));
    Made first = up.image.make(here, "site-a", little, List.of(), untold());
    ProcessBuilder slow =
        new ProcessBuilder("restic", "check", "--read-data", "--limit-download", "1")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("slow.log").toFile());
    slow.environment().put("RESTIC_REPOSITORY", ProgramFiles.image(here));
    slow.environment().put("RESTIC_PASSWORD", up.secret.passphrase(here.use(Technology.IMAGE)));
    Process looking = slow.start();
    Awaitility.await().until(() -> hasFiles(folder.resolve("disk/image/locks")));
    looking.destroyForcibly().waitFor();
    assertThat(folder.resolve("disk/image/locks")).isNotEmptyDirectory();

    assertThat(up.image.verify(here, null, untold())).isTrue();
    Made second = up.image.make(here, "site-a", little, List.of(), untold());
    assertThat(second.label()).isNotEqualTo(first.label());
  }

  private static boolean hasFiles(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.findAny().isPresent();
    }
  }

  @Test
  void forgottenImagesFreeTheirRoom() throws Exception {
    Destination here = disk(1, folder.resolve("disk"));
    up.add(here);
    List<Path> little = List.of(up.home.path().resolve("keys"));
    up.image.make(here, "site-a", little, List.of(), untold());
    Restic program = new Restic(up.files, here, up.secret.passphrase(here.use(Technology.IMAGE)));
    List<String> ids = program.list().stream().map(Restic.Image::id).toList();
    assertThat(ids).hasSize(2);
    up.image.forget(here, untold());
    assertThat(program.list()).as("none is too old").hasSize(2);
    assertThat(program.forget(ids.subList(0, 1)).run(_ -> {}).isWell()).isTrue();
    assertThat(program.list()).extracting(Restic.Image::id).containsExactly(ids.get(1));
  }

  @Test
  void imageIsGoodHoweverForgettingEnds() throws Exception {
    Destination here = disk(1, folder.resolve("disk"));
    up.add(here);
    ImageScope little = new ImageScope(List.of(up.home.path()), List.of("postgres*"));
    BackupEngine engine = new BackupEngine(up.home, up.server, up.secret, little);
    List<Double> progress = new ArrayList<>();
    RunControl control = new RunControl(progress::add);
    Made made = engine.make(Technology.IMAGE, here, "site-a", true, List.of(here), control);
    assertThat(made.label()).isNotEmpty();
    assertThat(progress).as("only what was made is done").doesNotContain(1.0);
    Path away = Files.move(folder.resolve("disk/image"), folder.resolve("away"));
    engine.forget(Technology.IMAGE, here, control);
    assertThat(progress).last().isEqualTo(1.0);
    Files.move(away, folder.resolve("disk/image"));
    control.cancel();
    engine.forget(Technology.IMAGE, here, control);
    assertThat(up.image.verify(here, null, untold())).isTrue();
  }

  @Test
  void bothGoBySftpToTheServerThatWasAddedAlone() throws Exception {
    try (SftpServer sftp = SftpServer.start(folder.resolve("sftp"), up.secret.sshPublicKey())) {
      HostKeys keys = HostKeys.of(sftp.address());
      assertThat(keys.lines()).containsExactly(sftp.hostKey());
      Destination remote = destination(3, sftp.address(), String.join("\n", keys.lines()));
      up.add(remote);
      Made made = up.classic.make(remote, "site-a", true, untold());
      assertThat(up.classic.verify(remote, Wished.NOTHING, untold())).isTrue();
      assertThat(sftp.data().resolve("classic/backup/rempart").resolve(made.label())).exists();
      up.image.make(remote, "site-a", List.of(up.home.path()), List.of(), untold());
      assertThat(up.image.verify(remote, null, untold())).isTrue();

      try (SftpServer _ = sftp.impostor()) {
        assertThatThrownBy(() -> up.classic.make(remote, "site-a", true, untold()))
            .isInstanceOf(BackupFailedException.class)
            .hasMessageContaining("host");
        assertThatThrownBy(
                () -> up.image.make(remote, "site-a", List.of(up.home.path()), List.of(), untold()))
            .isInstanceOf(BackupFailedException.class);
      }
    }
  }

  @Test
  void programsAskForNoName() throws Exception {
    try (SftpServer sftp = SftpServer.start(folder.resolve("sftp"), up.secret.sshPublicKey())) {
      // which leads nowhere, or anywhere since it was judged
      DestinationAddress named =
          DestinationAddress.parse(
              sftp.address().toString().replace("127.0.0.1", "backups.invalid"));
      String keys = String.join("\n", HostKeys.of(named, "127.0.0.1").lines());
      Destination remote = destination(3, named, keys).reachedAt("127.0.0.1");
      up.add(remote);
      Made made = up.classic.make(remote, "site-a", true, untold());
      assertThat(sftp.data().resolve("classic/backup/rempart").resolve(made.label())).exists();
      List<Path> little = List.of(up.home.path().resolve("keys"));
      up.image.make(remote, "site-a", little, List.of(), untold());
      assertThat(up.image.verify(remote, null, untold())).isTrue();
      SignIn.tryOut(up.secret, remote);

      try (SftpServer _ = sftp.impostor()) {
        assertThatThrownBy(() -> up.classic.make(remote, "site-a", true, untold()))
            .isInstanceOf(BackupFailedException.class);
        assertThatThrownBy(() -> SignIn.tryOut(up.secret, remote))
            .isInstanceOfSatisfying(
                BackupFailedException.class,
                failed -> assertThat(failed.why()).isEqualTo(BackupFailedException.Why.HOST_KEY));
      }
    }
  }

  private Path scratch() throws IOException {
    return Files.createDirectory(folder.resolve("scratch"));
  }

  /** Of the table, by a server that is started on restored data. */
  private long rows(Path data) throws Exception {
    try (ScratchServer restored = ScratchServer.start(up.home, data, Duration.ofMinutes(5));
        Connection connection = restored.open("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM known")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
