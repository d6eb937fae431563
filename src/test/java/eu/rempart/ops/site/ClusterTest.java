package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

  private static final Cluster CLUSTER =
      new Cluster(
          "rempart-1",
          List.of(new Machine("site-a", Role.SITE, "FR", "10.0.0.1", Ports.USUAL, "")));

  @TempDir private Path folder;

  @Test
  void clusterComesBackAsItIs() throws Exception {
    Path file = Files.write(folder.resolve("cluster.json"), CLUSTER.json());
    assertThat(Cluster.read(file)).contains(CLUSTER);
  }

  @Test
  void clusterOfBeforeThereWerePortsForBackupsIsRead() throws Exception {
    String text = new String(CLUSTER.json(), StandardCharsets.UTF_8);
    String before = text.replaceAll(",\\s*\"backup\"\\s*:\\s*8432", "");
    assertThat(before).isNotEqualTo(text);
    Path file = Files.writeString(folder.resolve("cluster.json"), before);
    assertThat(Cluster.read(file)).contains(CLUSTER);
  }
}
