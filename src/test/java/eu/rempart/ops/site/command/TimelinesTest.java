package eu.rempart.ops.site.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which timelines a promotion passes over. */
class TimelinesTest {

  @TempDir private Path log;

  private List<String> kept() throws Exception {
    try (Stream<Path> files = Files.list(log)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void oneMoreThanAnybodyIsKnownToHaveLedOnIsPassedOver() throws Exception {
    new Timelines(log).keepFree(8, 10);
    assertThat(kept()).containsExactly("00000009.history", "0000000A.history", "0000000B.history");
  }

  @Test
  void theNextOneIsPassedOverWhereNothingIsKnown() throws Exception {
    new Timelines(log).keepFree(5, 0);
    assertThat(kept()).containsExactly("00000006.history");
  }

  @Test
  void historyThatIsThereStays() throws Exception {
    Files.writeString(log.resolve("00000006.history"), "5\t0/7000000\tno recovery target");
    new Timelines(log).keepFree(5, 6);
    assertThat(Files.readString(log.resolve("00000006.history"))).startsWith("5\t");
    assertThat(kept()).containsExactly("00000006.history", "00000007.history");
  }
}
