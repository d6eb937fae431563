package eu.rempart.tls.link;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.MachineTls;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TestTls;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.proxy.ProxyHeader;
import eu.rempart.tls.proxy.Tlv;
import eu.rempart.tls.serve.Heard;
import eu.rempart.tls.serve.TicketKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edge with two nodes behind it, over real sockets. */
class NodesTest {
  @TempDir private Path home;
  @TempDir private Path out;

  private MachineTls.Files machine;
  private TestNode a;
  private TestNode b;
  private FrontEdge edge;

  @BeforeEach
  void start() throws Exception {
    ServerTls tls = TestTls.open(home, TlsProfile.STANDARD);
    machine = TestTls.machine(home, "edge-1", out);
    a = new TestNode("a", home, tls);
    b = new TestNode("b", home, tls);
    edge = new FrontEdge(home, machine, a.address(), b.address());
  }

  @AfterEach
  void stop() throws Exception {
    edge.close();
    a.close();
    b.close();
  }

  private void awaitBoth() throws InterruptedException {
    Heard.next(edge.changes);
    Heard.next(edge.changes);
    assertThat(edge.nodes.taking()).isEqualTo(2);
  }

  @Test
  void bytesPassBothHopsBehindAHeaderThatSaysWhereTheClientIs() throws Exception {
    awaitBoth();
    byte[] much = new byte[1 << 20];
    new Random(7).nextBytes(much);
    try (SSLSocket socket = edge.connect()) {
      char name = (char) socket.getInputStream().read();
      Thread sender =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      socket.getOutputStream().write(much);
                    } catch (java.io.IOException failure) {
                      throw new java.io.UncheckedIOException(failure);
                    }
                  });
      assertThat(socket.getInputStream().readNBytes(1)).containsExactly('x');
      assertThat(socket.getInputStream().readNBytes(much.length)).isEqualTo(much);
      sender.join();

      ProxyHeader header = Heard.next((name == 'a' ? a : b).backend.headers);
      assertThat(header.source())
          .isEqualTo(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
      assertThat(header.tlv(Tlv.SSL)).isPresent();
    }
  }

  @Test
  void aPersonStaysAtOneNodeAndMovesOnceItIsKilled() throws Exception {
    awaitBoth();
    char first = edge.ask();
    for (int i = 0; i < 5; i++) {
      assertThat(edge.ask()).isEqualTo(first);
    }
    TestNode lost = first == 'a' ? a : b;
    lost.kill();

    char second = edge.ask();
    assertThat(second).isNotEqualTo(first);
    edge.await(lost.address(), false);

    lost.comeBack();
    edge.await(lost.address(), true);
    assertThat(edge.ask()).as("its new node still lives").isEqualTo(second);
  }

  @Test
  void aNodeThatSaysItIsNotReadyGetsNobody() throws Exception {
    awaitBoth();
    TestNode busy = edge.ask() == 'a' ? a : b;
    char other = busy == a ? 'b' : 'a';
    busy.state = NodeState.AWAY;
    edge.await(busy.address(), false);

    assertThat(edge.ask()).isEqualTo(other);
  }

  @Test
  void nodeFarFromItsDatabaseGetsPeopleWhereNoOtherTakesThem() throws Exception {
    awaitBoth();
    TestNode far = edge.ask() == 'a' ? a : b;
    TestNode near = far == a ? b : a;
    char other = far == a ? 'b' : 'a';
    far.state = NodeState.STANDBY;
    far.listener.publishState(NodeState.STANDBY); // what one who comes later hears first
    try (FrontEdge late = new FrontEdge(home, machine, a.address(), b.address())) {
      late.await(near.address(), true);
      late.await(far.address(), true);
      assertThat(late.ask()).isEqualTo(other);
      near.state = NodeState.AWAY;
      late.await(near.address(), false);
      assertThat(late.ask()).isNotEqualTo(other);
    }
  }

  /** The other says that it takes nobody, so that each is tried in turn. */
  @Test
  void nodeThatTakesConnectionsAndSaysNothingIsPassedOver() throws Exception {
    awaitBoth();
    b.state = NodeState.AWAY;
    edge.await(b.address(), false);
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        FrontEdge other =
            new FrontEdge(
                home, machine, new NodeAddress("localhost", mute.getLocalPort()), b.address())) {
      for (int i = 0; i < 2; i++) {
        assertThat(other.ask()).isEqualTo('b');
      }
    }
  }

  @Test
  void theLastWordReachesEdgesThatComeLaterAndThoseThatComeBack() throws Exception {
    awaitBoth();
    TicketKeys keys = TicketKeys.random().rotated();
    a.listener.publishRules("refuse nobody".getBytes(StandardCharsets.US_ASCII));
    assertThat(Heard.next(edge.rules)).isEqualTo("refuse nobody");
    a.listener.publishTickets(keys);
    assertThat(Heard.next(edge.tickets)).isEqualTo(keys);

    try (FrontEdge late = new FrontEdge(home, machine, a.address())) {
      assertThat(Heard.next(late.tickets)).isEqualTo(keys);
      assertThat(Heard.next(late.rules)).isEqualTo("refuse nobody");
    }
  }

  @Test
  void aReportIsKeptByOneNodeAndShownByTheOther() throws Exception {
    awaitBoth();
    assertThat(edge.nodes.report("7 refused".getBytes(StandardCharsets.US_ASCII))).isTrue();
    assertThat(Heard.next(a.reports)).isEqualTo("CN=edge-1 reports 7 refused");
    assertThat(Heard.next(b.reports)).isEqualTo("CN=edge-1 copies 7 refused");

    a.kill();
    edge.await(a.address(), false);
    assertThat(edge.nodes.report("8 refused".getBytes(StandardCharsets.US_ASCII))).isTrue();
    assertThat(Heard.next(b.reports)).isEqualTo("CN=edge-1 reports 8 refused");
  }

  @Test
  void aRevokedEdgeComesThroughNoMoreThoughItsSessionsCouldBeResumed() throws Exception {
    awaitBoth();
    edge.ask();
    TestTls.revoke(home, machine.certificate());
    edge.nodes.report(new byte[] {'x'}); // the next word on a feed that is open ends it
    while (edge.nodes.taking() > 0) {
      Heard.next(edge.changes);
    }

    try (SSLSocket socket = edge.connect()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    } catch (java.io.IOException reset) {
      // or so
    }
    assertThat(edge.nodes.taking()).isZero();
  }

  @Test
  void anEdgeOfAnotherAuthorityGetsNothing(@TempDir Path elsewhere) throws Exception {
    Path strangers = elsewhere.resolve("home");
    TestTls.open(strangers, TlsProfile.STANDARD);
    MachineTls.Files other = TestTls.machine(strangers, "edge-1", elsewhere);
    MachineTls.Files mixed =
        new MachineTls.Files(
            other.certificate(), other.key(), machine.authority(), machine.revocations());
    try (FrontEdge stranger = new FrontEdge(home, mixed, a.address())) {
      try (SSLSocket socket = stranger.connect()) {
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
      } catch (java.io.IOException reset) {
        // or so
      }
      assertThat(stranger.rules).isEmpty();
      assertThat(stranger.nodes.taking()).isZero();
    }
    assertThat(a.backend.headers).isEmpty();
  }
}
