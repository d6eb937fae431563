package eu.rempart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which swap areas could write keys to a disk in clear, on block devices made up for the purpose.
 */
class SwapTest {

  @TempDir private Path folder = Path.of("");
  private Path devices = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    devices = Files.createDirectory(folder.resolve("block"));
  }

  @Test
  void partitionIsInClear() throws IOException {
    Files.createDirectory(devices.resolve("sda2"));

    assertThat(inClear("/dev/sda2")).isEqualTo("/dev/sda2");
  }

  @Test
  void encryptedDeviceIsNot() throws IOException {
    mapped("dm-0", "CRYPT-LUKS2-0123-swap");

    assertThat(inClear("/dev/dm-0")).isEmpty();
  }

  @Test
  void volumeOnEncryptedDeviceIsNot() throws IOException {
    mapped("dm-0", "CRYPT-LUKS2-0123-disk");
    mapped("dm-1", "LVM-abc", "dm-0");

    assertThat(inClear("/dev/dm-1")).isEmpty();
  }

  @Test
  void volumeThatIsHalfEncryptedIsInClear() throws IOException {
    mapped("dm-0", "CRYPT-LUKS2-0123-disk");
    Files.createDirectory(devices.resolve("sdb"));
    mapped("dm-1", "LVM-abc", "dm-0", "sdb");

    assertThat(inClear("/dev/dm-1")).isEqualTo("/dev/dm-1");
  }

  @Test
  void compressedMemoryIsNot() throws IOException {
    assertThat(inClear("/dev/zram0")).isEmpty();
  }

  @Test
  void fileIsJudgedByItsDisk() throws IOException {
    Path file = Files.createFile(folder.resolve("swap file"));

    assertThat(inClear(file.toString().replace(" ", "\\040"))).isEqualTo(file.toString());
  }

  @Test
  void noSwapIsNoWarning() throws IOException {
    assertThat(script("warn_of_swap").complaints()).isEmpty();
  }

  @Test
  void startWarnsOfSwapInClear() throws IOException {
    assertThat(script("warn_of_swap", "/dev/sda2", "/dev/sdb3").complaints())
        .contains("/dev/sda2, /dev/sdb3 is not encrypted", "swapoff", "MemorySwapMax=0");
  }

  private void mapped(String name, String id, String... below) throws IOException {
    Files.writeString(
        Files.createDirectories(devices.resolve(name).resolve("dm")).resolve("uuid"), id);
    for (String each : below) {
      Files.createDirectories(devices.resolve(name).resolve("slaves").resolve(each));
    }
  }

  private String inClear(String area) throws IOException {
    Outcome outcome = script("swap_in_clear", area);
    assertThat(outcome.complaints()).isEmpty();
    return outcome.output().strip();
  }

  private Outcome script(String command, String... areas) throws IOException {
    StringBuilder table = new StringBuilder("Filename\tType\tSize\tUsed\tPriority\n");
    for (String area : areas) {
      table.append(area).append("\tpartition\t1048572\t0\t-2\n");
    }
    Path swaps = Files.writeString(folder.resolve("swaps"), table);
    return new Shell()
        .script("swap_table='%s'\nblock_devices='%s'\n%s".formatted(swaps, devices, command));
  }
}
