package eu.rempart.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketFolderTest {

  private static final String SOCKET = ".s.PGSQL.65535";

  @TempDir private Path folder = Path.of("");

  @Test
  void folderLiesInTheHomeFolderAndIsPrivate() throws Exception {
    try (HomeFolder home = HomeFolder.open(folder.resolve("home"));
        SocketFolder sockets = SocketFolder.in(home, "run/pg", SOCKET)) {
      assertThat(sockets.path()).isEqualTo(home.resolve("run/pg"));
      assertPrivate(sockets.path());
    }
    assertThat(folder.resolve("home/run/pg")).exists();
  }

  @Test
  void folderOfDeepHomeLiesElsewhereAndGoesAtTheEnd() throws Exception {
    // two bytes each letter
    Path deep = folder.resolve("é".repeat(50));
    Path path;
    try (HomeFolder home = HomeFolder.open(deep);
        SocketFolder sockets = SocketFolder.in(home, "run/pg", SOCKET)) {
      path = sockets.path();
      assertThat(path.resolve(SOCKET).toString())
          .hasSizeLessThanOrEqualTo(SocketFolder.LONGEST_PATH);
      assertPrivate(path);
    }
    assertThat(path).doesNotExist();
  }

  private static void assertPrivate(Path path) throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
  }
}
