package eu.rempart.ops.backup.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A destination that would be lost together with what it is for. */
class InsideHomeTest {

  @TempDir private Path folder;

  private String add(Path home, Path where) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit =
        new BackupCommand(
                Map.of(), new ByteArrayInputStream(new byte[0]), out, out, InstantSource.system())
            .run("backup", "add", where.toString(), "--country", "FR", "--home", home.toString());
    assertThat(exit).as("%s", said).isEqualTo(1);
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void folderInTheHomeFolderIsRefused() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.createFile(Files.createDirectory(home.resolve("postgres")).resolve("PG_VERSION"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), home);
    for (Path where :
        List.of(home, home.resolve("new/folder"), home.resolve("postgres"), link.resolve("new"))) {
      assertThat(add(home, where)).contains("lost together with it", "(backup-inside-home)");
      assertThat(add(link, where)).contains("(backup-inside-home)");
    }
    assertThat(home.resolve("new")).doesNotExist();
    assertThat(add(home, folder.resolve("homes"))).contains("(backup-not-running)");
  }
}
