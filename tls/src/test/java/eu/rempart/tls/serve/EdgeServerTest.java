package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.TestClient;
import eu.rempart.tls.TestTls;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.proxy.ProxyHeader;
import eu.rempart.tls.proxy.ProxyHeaderReader;
import eu.rempart.tls.proxy.TlsFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of one client through the edge to the backend, over real sockets. */
class EdgeServerTest {
  @TempDir private Path home;

  @Test
  void bytesGoToTheBackendAndBack() throws Exception {
    try (TestEdge edge = new TestEdge(home, TestBackend::echo)) {
      SSLSession session = edge.client.talk("localhost", edge.port());

      assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
      Handshake handshake = edge.heard.handshake();
      assertThat(handshake.protocol()).isEqualTo("TLSv1.3");
      assertThat(handshake.cipher()).isEqualTo(session.getCipherSuite());
      assertThat(handshake.group()).isEqualTo("X25519");
      assertThat(handshake.resumed()).isFalse();
      assertThat(handshake.ja4()).startsWith("t13i"); // JSSE names no host without a dot
      Heard.Closed closed = Heard.next(edge.heard.closed);
      assertThat(closed.received()).isEqualTo(1);
      assertThat(closed.sent()).isEqualTo(1);
      assertThat(edge.heard.refusals).isEmpty();
    }
  }

  @Test
  void theBackendLearnsWhereTheClientIsAndWhatWasNegotiated() throws Exception {
    try (TestEdge edge = new TestEdge(home, TestBackend::echo);
        SSLSocket socket = edge.client.open("localhost", edge.port(), "TLSv1.3")) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName("crm.example")));
      parameters.setApplicationProtocols(new String[] {"http/1.1"});
      socket.setSSLParameters(parameters);
      TestClient.exchange(socket);

      ProxyHeader header = Heard.next(edge.backend.headers);
      assertThat(header.source()).isEqualTo(socket.getLocalSocketAddress());
      assertThat(header.destination()).isEqualTo(socket.getRemoteSocketAddress());
      TlsFacts facts = ProxyHeaderReader.tls(header);
      assertThat(facts).isNotNull();
      assertThat(facts.version()).isEqualTo("TLSv1.3");
      assertThat(facts.cipher()).isEqualTo(socket.getSession().getCipherSuite());
      assertThat(facts.serverName()).isEqualTo("crm.example");
      assertThat(facts.alpn()).isEqualTo("http/1.1");
      assertThat(facts.group()).isEqualTo("X25519");
      assertThat(facts.ja4()).startsWith("t13d");
    }
  }

  @ParameterizedTest
  @EnumSource(TlsProfile.class)
  void itServesItselfBeforeAnybodyComesAndTellsNobody(TlsProfile profile) throws Exception {
    try (TestEdge edge = new TestEdge(home, profile, TestBackend::echo, it -> it)) {
      assertThat(edge.server.warmUp(Duration.ofMillis(300))).isPositive();

      assertThat(edge.server.awaitEmpty(Duration.ofSeconds(30))).isTrue();
      assertThat(edge.heard.handshakes).isEmpty();
      assertThat(edge.heard.failures).isEmpty();
      assertThat(edge.gate.asked).isEmpty();
      edge.client.talk("localhost", edge.port());
    }
  }

  @Test
  void anotherPolicyHoldsForNewConnectionsWhileOpenOnesGoOn() throws Exception {
    try (TestEdge edge = new TestEdge(home, TestBackend::echo);
        SSLSocket open = edge.client.open("localhost", edge.port(), "TLSv1.2")) {
      TestClient.exchange(open);
      EdgeSettings settings = EdgeSettings.on(edge.address);

      edge.server.reload(settings, TestTls.open(home, TlsProfile.STRICT));
      assertThat(edge.server.engine().engine()).isEqualTo("JDK");
      assertThatThrownBy(
              () -> edge.client.talk("localhost", edge.port(), List.of("TLSv1.2"), List.of()))
          .isInstanceOf(IOException.class);
      edge.client.talk("localhost", edge.port());

      edge.server.reload(settings.withHostNames(Set.of("crm.example")), edge.tls);
      edge.client.talk("localhost", edge.port(), List.of("TLSv1.2"), List.of());
      TestClient.exchange(open);
    }
  }
}
