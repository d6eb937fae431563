package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.TestClient;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.proxy.ProxyHeaderWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edge behind balancers. */
class BalancersTest {
  private static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddress.ofLiteral("198.51.100.1"), 443);

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.9", "2001:db8::9"})
  void theAddressInTheHeaderIsJudgedAndPassedOn(String address) throws Exception {
    InetSocketAddress client = new InetSocketAddress(InetAddress.ofLiteral(address), 1234);
    try (TestEdge edge = edge("127.0.0.0/8", "::1");
        RawClient balancer = new RawClient(edge.port())) {
      balancer.send(ProxyHeaderWriter.write(client, SERVER, null));
      try (SSLSocket socket = edge.client.openAs("crm.example", balancer.socket, "TLSv1.3")) {
        TestClient.exchange(socket);

        assertThat(Heard.next(edge.gate.asked)).isEqualTo(Source.of(client.getAddress()));
        var header = Heard.next(edge.backend.headers);
        assertThat(header.source()).isEqualTo(client);
      }
      assertThat(Heard.next(edge.heard.closed).source()).isEqualTo(Source.of(client.getAddress()));
    }
  }

  @Test
  void aRefusedAddressInTheHeaderIsReset() throws Exception {
    InetSocketAddress client = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.9"), 1234);
    try (TestEdge edge = edge("127.0.0.1", "::1");
        RawClient balancer = new RawClient(edge.port())) {
      edge.gate.onSource = Verdict.BANNED;
      balancer.send(ProxyHeaderWriter.write(client, SERVER, null));
      balancer.assertReset();

      Heard.Refused refused = Heard.next(edge.heard.refusals);
      assertThat(refused.why()).isEqualTo(Verdict.BANNED);
      assertThat(refused.source()).isEqualTo(Source.of(client.getAddress()));
      assertThat(edge.gate.inside).hasValue(0);
    }
  }

  @Test
  void whoIsNoListedBalancerIsResetWithoutBeingRead() throws Exception {
    try (TestEdge edge = edge("192.0.2.0/24", "2001:db8::/32");
        RawClient stranger = new RawClient(edge.port())) {
      stranger.assertReset();

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.PROXY_HEADER);
      assertThat(edge.gate.asked).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROXY TCP4 203.0.113.9 198.51.100.1 50123 443\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001",
        "\r\n\r\n\0\r\nQUIT\n1\u0011\0\f............"
      })
  void aBalancerWithoutAHeaderOfVersion2IsReset(String text) throws Exception {
    try (TestEdge edge = edge("127.0.0.1", "::1");
        RawClient balancer = new RawClient(edge.port())) {
      balancer.send(text);
      balancer.assertReset();

      assertThat(edge.heard.refusal()).isEqualTo(Verdict.PROXY_HEADER);
    }
  }

  @Test
  void aBalancersOwnConnectionComesFromItself() throws Exception {
    try (TestEdge edge = edge("127.0.0.1", "::1");
        RawClient balancer = new RawClient(edge.port())) {
      balancer.send(ProxyHeaderWriter.local());
      try (SSLSocket socket = edge.client.openAs("crm.example", balancer.socket, "TLSv1.3")) {
        TestClient.exchange(socket);
      }

      assertThat(Heard.next(edge.gate.asked))
          .isEqualTo(Source.of(InetAddress.getLoopbackAddress()));
    }
  }

  private TestEdge edge(String... balancers) throws Exception {
    List<Prefix> prefixes = List.of(balancers).stream().map(Prefix::of).toList();
    return new TestEdge(
        home, TlsProfile.STANDARD, TestBackend::echo, it -> it.withBalancers(prefixes));
  }
}
