package eu.rempart.db.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the script does before pgBackRest is called; with it, see the tests of backups. */
class ArchiveCommandTest {

  private static final String LINES = "1\n2\n3\n4\n5\n6\n7\n";

  @TempDir private Path home;

  private Path data;
  private String command;

  @BeforeEach
  void write() throws Exception {
    data = Files.createDirectory(home.resolve("postgres"));
    Files.writeString(data.resolve("postmaster.pid"), LINES + "ready   \n");
    command = ArchiveCommand.in(home);
  }

  /** As PostgreSQL calls it, in the folder of its data. */
  private int called() throws Exception {
    return new ProcessBuilder(List.of("sh", "-c", command.replace("%p", "pg_wal/1")))
        .directory(data.toFile())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("said").toFile())
        .start()
        .waitFor();
  }

  @Test
  void withoutADestinationItDoesNothing() throws Exception {
    assertThat(called()).isZero();
    assertThat(home.resolve("said")).isEmptyFile();
  }

  /** Else a stop would wait for destinations that are away, a minute for each part. */
  @Test
  void serverThatStopsIsHeldUpByNoDestination() throws Exception {
    Files.writeString(home.resolve("backup/pgbackrest.conf"), "[global]\n");
    Files.writeString(data.resolve("postmaster.pid"), LINES + "stopping\n");
    assertThat(called()).isEqualTo(1);
    assertThat(home.resolve("said")).as("pgBackRest was not called").isEmptyFile();

    Files.writeString(data.resolve("postmaster.pid"), LINES + "ready   \n");
    ArchiveCommand.stopping(home, true);
    assertThat(called()).isEqualTo(1);
    assertThat(home.resolve("said")).isEmptyFile();

    ArchiveCommand.stopping(home, false);
    called();
    assertThat(home.resolve("said")).as("pgBackRest complains").isNotEmptyFile();
  }
}
