package eu.rempart.watch.node;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeIdentityTest {

  @Test
  void aNodeIsTheSameAfterItsNextStart(@TempDir Path folder) throws IOException {
    NodeIdentity first;
    try (HomeFolder home = HomeFolder.open(folder)) {
      first = NodeIdentity.of(home);
    }
    try (HomeFolder home = HomeFolder.open(folder)) {
      assertThat(NodeIdentity.of(home)).isEqualTo(first);
    }
    assertThat(first.name()).isNotBlank();
    assertThat(Files.getPosixFilePermissions(folder.resolve("node")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void afterADamagedFileItIsANewOne(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("node"), "<nonsense>\n");
    try (HomeFolder home = HomeFolder.open(folder)) {
      NodeIdentity made = NodeIdentity.of(home);
      assertThat(NodeIdentity.of(home)).isEqualTo(made);
    }
  }
}
