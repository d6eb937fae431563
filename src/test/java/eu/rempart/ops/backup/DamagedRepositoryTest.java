package eu.rempart.ops.backup;

import static eu.rempart.ops.backup.engine.BackedUpServer.alterOneByte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.cli.Shell;
import eu.rempart.journey.Homes;
import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.engine.BackedUpServer;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.HostKeys;
import eu.rempart.ops.backup.engine.SftpServer;
import eu.rempart.ops.backup.engine.Technology;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A repository in which something is damaged, with the real programs. */
class DamagedRepositoryTest {

  @TempDir private static Path folder;

  private static BackupsAtWork at;

  @BeforeAll
  static void start() throws Exception {
    at = new BackupsAtWork(folder.resolve("home"));
    at.run("SELECT rempart.append_ledger('test', 'one', '{}')");
  }

  @AfterAll
  static void stop() {
    at.close();
  }

  private static Path disk(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static String ended(BackupRun run) {
    Fault fault = run.fault();
    return run.state() + (fault == null ? "" : " " + fault.why() + " " + fault.said());
  }

  @ParameterizedTest
  @EnumSource
  void nextBackupReplacesWhatIsDamaged(Technology technology) throws Exception {
    Path disk = disk(technology.key());
    Destination here = at.add(disk.toString(), "FR", "");
    try {
      at.workOff();
      at.run("SELECT rempart.append_ledger('test', 'more', '{}')");
      assertThat(at.workOff(here, technology, Act.MAKE).whole()).isFalse();
      alterOneByte(
          disk.resolve(technology == Technology.CLASSIC ? "classic/backup" : "image/data"));
      assertThat(at.workOff(here, technology, Act.VERIFY).state()).isEqualTo(State.FAILED);

      at.later(Duration.ofHours(13)); // what is due then
      at.workOff();
      BackupRun made = at.last(here, technology, Act.MAKE);
      assertThat(ended(made)).isEqualTo("DONE");
      assertThat(made.whole()).isTrue();
      assertThat(ended(at.last(here, technology, Act.VERIFY))).as("asked anew").isEqualTo("DONE");
      assertThat(ended(at.workOff(here, technology, Act.DRILL))).isEqualTo("DONE");
      assertThat(at.workOff(here, technology, Act.MAKE).whole()).as("once").isFalse();
      try (Stream<Path> left = Files.list(at.home.resolve("backup"))) {
        assertThat(left.map(Path::getFileName).map(Path::toString))
            .noneMatch(each -> each.startsWith("pack-"));
      }
    } finally {
      at.remove(here);
      at.workOff();
    }
  }

  @ParameterizedTest
  @EnumSource
  void repositoryThatWasPutBackIsSeen(Technology technology) throws Exception {
    Path disk = disk("put-back-" + technology.key());
    Path earlier = folder.resolve("earlier-" + technology.key());
    Destination here = at.add(disk.toString(), "FR", "");
    try {
      at.workOff();
      copy(disk, earlier);
      at.later(Duration.ofMinutes(1));
      assertThat(ended(at.workOff(here, technology, Act.MAKE))).isEqualTo("DONE");
      assertThat(ended(at.workOff(here, technology, Act.VERIFY))).isEqualTo("DONE");
      Homes.delete(disk);
      copy(earlier, disk);
      assertThat(ended(at.workOff(here, technology, Act.VERIFY)))
          .as("sound, and not what was made last")
          .startsWith("FAILED damaged")
          .contains("was sent there and is gone");

      at.later(Duration.ofHours(13));
      at.workOff();
      assertThat(at.last(here, technology, Act.MAKE).whole()).isTrue();
      assertThat(ended(at.last(here, technology, Act.VERIFY))).as("asked anew").isEqualTo("DONE");
    } finally {
      at.remove(here);
      at.workOff();
    }
  }

  private static void copy(Path from, Path to) {
    Shell.Outcome copied = new Shell().run("cp", "-a", from.toString(), to.toString());
    assertThat(copied.exitCode()).as(copied.complaints()).isZero();
  }

  @Test
  void logThatEndsTooEarlyIsSeen() throws Exception {
    Path disk = disk("log-ends");
    Destination here = at.add(disk.toString(), "FR", "");
    try {
      at.workOff();
      String part = at.switchLog();
      Path archived =
          await()
              .atMost(Duration.ofMinutes(2))
              .until(() -> BackedUpServer.archived(disk, part), Optional::isPresent)
              .orElseThrow();
      await().atMost(Duration.ofMinutes(2)).until(() -> at.lastArchived().compareTo(part) >= 0);
      assertThat(ended(at.workOff(here, Technology.CLASSIC, Act.VERIFY))).isEqualTo("DONE");
      Files.delete(archived);
      assertThat(ended(at.workOff(here, Technology.CLASSIC, Act.VERIFY)))
          .startsWith("FAILED damaged");
    } finally {
      at.remove(here);
      at.workOff();
    }
  }

  @ParameterizedTest
  @EnumSource
  void checkThatReachesNobodySaysNothingOfDamage(Technology technology) throws Exception {
    Path served = folder.resolve("sftp-" + technology.key());
    SftpServer sftp = SftpServer.start(served, BackupSecret.in(at.home).sshPublicKey());
    Destination there =
        at.add(
            sftp.address().toString(),
            "DE",
            String.join("\n", HostKeys.of(sftp.address()).lines()));
    try {
      at.workOff();
      assertThat(ended(at.workOff(there, technology, Act.VERIFY))).isEqualTo("DONE");
      sftp.close();
      for (Act act : new Act[] {Act.VERIFY, Act.DRILL}) {
        assertThat(ended(at.workOff(there, technology, act))).startsWith("UNCHECKED unreachable");
      }
      sftp = sftp.impostor();
      for (Act act : new Act[] {Act.VERIFY, Act.DRILL}) {
        assertThat(ended(at.workOff(there, technology, act))).startsWith("UNCHECKED host-key");
      }
      BackupCell cell = BackupsAtWork.cell(there, technology);
      assertThat(BackupState.bad(at.runs.latest(at.now), cell, Act.VERIFY)).isEmpty();
      assertThat(BackupState.bad(at.runs.latest(at.now), cell, Act.DRILL)).isEmpty();
    } finally {
      sftp.close();
      at.remove(there);
      at.workOff();
    }
  }

  @Test
  void damageIsForgottenOnceTheDestinationIsAddedAgain() throws Exception {
    Path disk = disk("again");
    Destination here = at.add(disk.toString(), "FR", "");
    BackupCell cell = BackupsAtWork.cell(here, Technology.IMAGE);
    at.workOff();
    alterOneByte(disk.resolve("image/data"));
    at.workOff(here, Technology.IMAGE, Act.VERIFY);
    assertThat(BackupState.bad(at.runs.latest(at.now), cell, Act.VERIFY)).isPresent();
    at.remove(here);
    at.later(Duration.ofMinutes(1));
    assertThat(at.repository.add(here.address(), here.country(), here.hostKeys(), false, at.now))
        .isTrue();
    assertThat(BackupState.bad(at.runs.latest(at.now), cell, Act.VERIFY)).isEmpty();
    at.workOff();
    BackupRun made = at.last(here, Technology.CLASSIC, Act.MAKE);
    assertThat(made.whole()).as("a part of the log may be missing there").isTrue();
    assertThat(made.asked().atOffset(ZoneOffset.UTC))
        .isAfterOrEqualTo(at.now.minusSeconds(60).atOffset(ZoneOffset.UTC));
    at.remove(here);
    at.workOff();
  }
}
