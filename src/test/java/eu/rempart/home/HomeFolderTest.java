package eu.rempart.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {

  /**
   * After a power cut the file has its name: it is forced, and its folder with it, in this order.
   */
  @Test
  void fileAndItsNameReachTheDisk(@TempDir Path around) throws Exception {
    Path log = around.resolve("forced.jfr");
    try (HomeFolder home = HomeFolder.open(around.resolve("home"));
        Recording recording = new Recording()) {
      Path keys = home.folder("keys");
      recording.enable("jdk.FileForce").withoutThreshold();
      recording.start();
      home.write("keys/pepper", new byte[32]);
      recording.stop();
      recording.dump(log);

      assertThat(forced(log)).containsExactly(keys.resolve("pepper.new"), keys);
      assertThat(Files.readAllBytes(keys.resolve("pepper"))).hasSize(32);
    }
  }

  private static List<Path> forced(Path log) throws Exception {
    return RecordingFile.readAllEvents(log).stream()
        .filter(event -> event.getEventType().getName().equals("jdk.FileForce"))
        .map(event -> Path.of(event.getString("path")))
        .toList();
  }
}
