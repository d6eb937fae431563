package eu.rempart.ops.backup.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCopyingTest {

  @TempDir private Path folder;

  @Test
  void logOfACopyStaysHoweverMuchIsWrittenMeanwhile() throws Exception {
    try (BackedUpServer up = new BackedUpServer(folder.resolve("home"))) {
      DatabaseCopying copying = new DatabaseCopying(() -> up.server.open("postgres"));
      Path log = up.server.dataFolder().resolve("pg_wal");
      try (DatabaseCopying.Copying now = copying.begin("test")) {
        for (int i = 0; i < 6; i++) {
          up.run("postgres", "SELECT pg_logical_emit_message(false, 'x', 'x')");
          up.run("postgres", "SELECT pg_switch_wal()", "CHECKPOINT");
        }
        String label = now.end();
        String first = label.replaceAll("(?s).*\\(file ([0-9A-F]{24})\\).*", "$1");
        assertThat(log.resolve(first)).exists();
        assertThat(DatabaseCopying.unneeded(label, log)).doesNotContain(first);
        now.requireLog();
      }
    }
  }

  @Test
  void olderFilesOfAnyTimelineAreUnneededAndNoOthers() throws Exception {
    for (String each :
        List.of(
            "0000000100000000000000FE",
            "0000000200000000000000FF",
            "000000010000000100000000.partial",
            "000000020000000100000001",
            "000000030000000100000002",
            "00000002.history")) {
      Files.createFile(folder.resolve(each));
    }
    Files.createDirectory(folder.resolve("archive_status"));
    String label = "START WAL LOCATION: 1/1000028 (file 000000020000000100000001)\nMORE: x\n";
    assertThat(DatabaseCopying.unneeded(label, folder))
        .containsExactly(
            "0000000100000000000000FE",
            "000000010000000100000000.partial",
            "0000000200000000000000FF");
    assertThatThrownBy(() -> DatabaseCopying.unneeded("", folder)).isInstanceOf(IOException.class);
  }
}
