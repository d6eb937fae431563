package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.TestClient;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.tls.proxy.ProxyHeaderWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that change while connections are open. */
class ReviewTest {
  private static final InetSocketAddress SERVER =
      new InetSocketAddress(InetAddress.ofLiteral("198.51.100.1"), 443);
  private static final InetSocketAddress BANNED = client("203.0.113.9");
  private static final InetSocketAddress OTHER = client("2001:db8::9");

  @TempDir private Path home;

  @Test
  void whomTheRulesRefuseNowIsResetAndNobodyElse() throws Exception {
    try (TestEdge edge = edge();
        RawClient first = new RawClient(edge.port());
        RawClient second = new RawClient(edge.port());
        SSLSocket banned = open(edge, first, BANNED);
        SSLSocket other = open(edge, second, OTHER)) {
      TestClient.exchange(banned);
      TestClient.exchange(other);
      edge.gate.onReview.put(Source.of(BANNED.getAddress()), Verdict.BANNED);

      edge.server.review();

      assertThatThrownBy(() -> banned.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
      Heard.Refused refused = Heard.next(edge.heard.refusals);
      assertThat(refused.why()).isEqualTo(Verdict.BANNED);
      assertThat(refused.source()).isEqualTo(Source.of(BANNED.getAddress()));
      TestClient.exchange(other);
      edge.server.review();
      TestClient.exchange(other);
      assertThat(edge.heard.refusals).isEmpty();
      assertThat(edge.gate.inside).hasValue(1);
    }
  }

  @Test
  void whoHasNotSaidYetWhereItComesFromIsNotAskedAbout() throws Exception {
    try (TestEdge edge = edge();
        RawClient balancer = new RawClient(edge.port())) {
      edge.gate.onReview.put(Source.of(InetAddress.getLoopbackAddress()), Verdict.BANNED);
      edge.server.review();

      try (SSLSocket socket = open(edge, balancer, OTHER)) {
        TestClient.exchange(socket);
      }
      assertThat(edge.heard.refusals).isEmpty();
    }
  }

  private static SSLSocket open(TestEdge edge, RawClient balancer, InetSocketAddress client)
      throws Exception {
    balancer.send(ProxyHeaderWriter.write(client, SERVER, null));
    return edge.client.openAs("crm.example", balancer.socket, "TLSv1.3");
  }

  private TestEdge edge() throws Exception {
    List<Prefix> loopback = List.of(Prefix.of("127.0.0.0/8"), Prefix.of("::1"));
    return new TestEdge(
        home, TlsProfile.STANDARD, TestBackend::echo, it -> it.withBalancers(loopback));
  }

  private static InetSocketAddress client(String address) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), 1234);
  }
}
