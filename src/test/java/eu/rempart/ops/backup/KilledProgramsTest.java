package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.engine.Destination;
import eu.rempart.ops.backup.engine.Technology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a {@code kill -9} in the middle of a backup leaves behind holds up nothing. */
class KilledProgramsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void nextBackupIsGoodAfterAKill(Technology technology) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    try (BackupsAtWork at = new BackupsAtWork(folder.resolve("home"))) {
      Destination here = at.add(disk.toString(), "FR", "");
      at.workOff();
      at.home.write("noise", noise());
      at.ask(here, technology, Act.MAKE);
      CompletableFuture<Void> looking =
          CompletableFuture.runAsync(
              () -> {
                try {
                  at.work.look();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      String program = technology == Technology.CLASSIC ? "pgbackrest" : "restic";
      Path begun = disk.resolve(technology == Technology.CLASSIC ? "classic" : "image");
      long before = files(begun);
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> files(begun) > before && kill(program));
      looking.join();
      assertThat(at.last(here, technology, Act.MAKE).state()).isEqualTo(State.FAILED);

      at.restart();
      for (Act act : new Act[] {Act.MAKE, Act.VERIFY, Act.DRILL}) {
        BackupRun run = at.workOff(here, technology, act);
        assertThat(run.isGood()).as("%s %s", act, run.fault()).isTrue();
      }
    }
  }

  private static byte[] noise() {
    byte[] noise = new byte[30_000_000];
    new java.util.Random(7).nextBytes(noise);
    return noise;
  }

  private static long files(Path below) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.count();
    } catch (UncheckedIOException renamed) {
      return 0;
    }
  }

  /** All of its name that this process started, itself or through others, but no archiver. */
  private static boolean kill(String program) {
    return ProcessHandle.current()
            .descendants()
            .filter(each -> each.info().command().orElse("").endsWith("/" + program))
            .filter(each -> each.info().commandLine().orElse("").contains(" backup"))
            .filter(ProcessHandle::destroyForcibly)
            .count()
        > 0;
  }
}
