package eu.rempart.ops.backup.engine;

import static eu.rempart.ops.backup.engine.BackedUpServer.destination;
import static eu.rempart.ops.backup.engine.BackedUpServer.untold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.home.HomeFolder;
import eu.rempart.ops.backup.program.BackupFailedException;
import eu.rempart.ops.backup.program.BackupFailedException.Why;
import eu.rempart.vault.operating.BackupSecret;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server for files that sends more than was ever put there. */
class LargeSealedFileTest {

  private static final long LARGE = 500_000_000;

  @TempDir private Path folder;

  @Test
  void fileThatIsLargerThanAnyIsNotFetchedWhole() throws Exception {
    try (HomeFolder home = HomeFolder.open(folder.resolve("home"))) {
      BackupSecret secret = BackupSecret.in(home);
      home.folder("tls");
      home.folder("backup");
      try (SftpServer sftp = SftpServer.start(folder.resolve("sftp"), secret.sshPublicKey())) {
        Destination there =
            destination(1, sftp.address(), String.join("\n", HostKeys.of(sftp.address()).lines()));
        BackupFolder programs = BackupFolder.of(home.path());
        new BackupFiles(programs, secret)
            .write(
                List.of(there),
                new ProgramFiles.Server(home.path(), home.path(), 5432, "nobody"),
                "");
        SealedFiles files = new SealedFiles(home, programs, secret);
        files.put(there, "site-a", untold());
        try (Stream<Path> all = Files.list(sftp.data().resolve("keys"));
            RandomAccessFile sealed =
                new RandomAccessFile(all.findFirst().orElseThrow().toFile(), "rw")) {
          sealed.setLength(LARGE);
        }
        assertThatThrownBy(() -> files.check(there, "site-a", untold()))
            .isInstanceOfSatisfying(
                BackupFailedException.class,
                failed -> assertThat(failed.why()).isEqualTo(Why.DAMAGED))
            .hasMessageContaining("larger than any");
        assertThat(home.resolve("backup/fetched.sealed")).doesNotExist();
      }
    }
  }
}
