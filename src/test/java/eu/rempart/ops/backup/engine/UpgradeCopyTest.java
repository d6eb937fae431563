package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.vault.operating.BackupSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy that can't be made; what a good one does, {@code UpgradeHomeTest} shows. */
class UpgradeCopyTest {

  @TempDir private Path folder;

  private HomeFolder home;
  private UpgradeCopy copy;

  @BeforeEach
  void open() throws IOException {
    home = HomeFolder.open(folder.resolve("home"));
    Path data = Files.createDirectories(home.resolve("postgres"));
    Files.write(data.resolve("pages"), new byte[5_000_000]);
    copy = new UpgradeCopy(home, BackupSecret.in(home));
    Files.createDirectories(copy.path());
    Files.writeString(copy.path().resolve("former"), "as it was");
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void diskIsNotFilled() {
    assertThatThrownBy(() -> copy.make(untold(), 1_004_000_000))
        .isInstanceOfSatisfying(
            BackupFailedException.class, e -> assertThat(e.why()).isEqualTo(Why.FULL))
        .hasMessage("1004 MB are free where 1006 MB are needed for a copy of the database");
    assertThat(copy.path().resolve("former")).as("the copy before it").hasContent("as it was");
    assertThat(copy.isMigrating()).isFalse();
  }

  /** What is there is no database, so the program fails after it began. */
  @Test
  void halfACopyIsTakenAway() {
    assertThatThrownBy(() -> copy.make(untold())).isInstanceOf(BackupFailedException.class);
    assertThat(copy.path()).doesNotExist();
    assertThat(copy.isMigrating()).isFalse();
    assertThat(home.resolve("postgres/pages")).hasSize(5_000_000);
  }
}
