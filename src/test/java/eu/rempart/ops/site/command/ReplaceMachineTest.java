package eu.rempart.ops.site.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.rempart.common.command.CommandRefusedException;
import eu.rempart.ops.site.Cluster.Machine;
import eu.rempart.ops.site.Cluster.Ports;
import eu.rempart.ops.site.Cluster.Role;
import eu.rempart.ops.site.FakeEtcd;
import eu.rempart.ops.site.engine.Etcd;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vote of a lost machine goes to a new one, or it is said how far that came. */
class ReplaceMachineTest {

  private static final Machine LOST =
      new Machine("site-b", Role.SITE, "DE", "10.0.0.2", Ports.USUAL, "");

  private FakeEtcd server;
  private Etcd etcd;

  @BeforeEach
  void start() throws Exception {
    server = new FakeEtcd();
    server.addVoter("site-a", URI.create("https://10.0.0.1:2380"));
    server.addVoter("site-b", LOST.etcdPeer());
    server.addVoter("witness", URI.create("https://10.0.0.3:2380"));
    etcd = new Etcd(server.address(), SSLContext.getDefault(), Duration.ofMinutes(3));
  }

  @AfterEach
  void stop() {
    etcd.close();
    server.close();
  }

  private void assertRefused(String code) {
    assertThatExceptionOfType(CommandRefusedException.class)
        .isThrownBy(() -> ReplaceMachine.changeVote(etcd, LOST))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void newMachineGetsTheVote() throws Exception {
    ReplaceMachine.changeVote(etcd, LOST);
    assertThat(etcd.voters())
        .extracting(Etcd.Voter::name)
        .containsExactlyInAnyOrder("site-a", "witness", "");
    assertThat(ReplaceMachine.isAwaited(etcd, LOST)).isTrue();
  }

  @Test
  void votersThatNobodyTellsAreNoMajority() {
    server.refuse("list");
    assertRefused("no-majority");
  }

  @Test
  void voteThatCanNotBeTakenIsNoMissingMajority() throws Exception {
    server.refuse("remove");
    assertRefused("vote-stays");
    assertThat(etcd.voters()).hasSize(3);
  }

  @Test
  void voteThatWasTakenAndNotGivenIsSaidAndGivenByTheNextCall() throws Exception {
    server.refuse("add");
    assertRefused("vote-missing");
    assertThat(etcd.voters()).hasSize(2);
    assertRefused("vote-missing");
    server.refuse("");
    ReplaceMachine.changeVote(etcd, LOST);
    assertThat(etcd.voters()).hasSize(3);
  }
}
