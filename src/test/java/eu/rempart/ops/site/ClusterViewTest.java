package eu.rempart.ops.site;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.engine.Etcd.Voter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has a vote. */
class ClusterViewTest {

  private static final Cluster CLUSTER =
      new Cluster(
          "rempart-1",
          List.of(
              new Machine("site-a", Role.SITE, "FR", "10.0.0.1", Ports.USUAL, ""),
              new Machine("site-b", Role.SITE, "DE", "2001:db8::2", Ports.USUAL, ""),
              new Machine("witness", Role.WITNESS, "BE", "w.example.org", Ports.USUAL, "")));

  private static final Voter A = new Voter("site-a", "1", List.of("https://10.0.0.1:2380"));
  private static final Voter W = new Voter("witness", "3", List.of("https://w.example.org:2380"));

  @Test
  void machineWhoseReplacementWasBrokenOffHasNoVote() {
    assertThat(ClusterView.voteless(CLUSTER, List.of(A, W))).containsExactly("site-b");
  }

  @Test
  void machineThatIsAwaitedHasOne() {
    Voter awaited = new Voter("", "2", List.of("https://[2001:db8::2]:2380"));
    assertThat(ClusterView.voteless(CLUSTER, List.of(A, awaited, W))).isEmpty();
  }
}
