package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that one edge began, shown to another. */
class TicketsTest {
  @TempDir private Path home;
  private final TicketKeys keys = TicketKeys.random();

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void twoEdgesWithTheSameKeysResumeEachOthersSessions(String protocol) throws Exception {
    try (TestEdge a = edge("a");
        TestEdge b = edge("b")) {
      a.server.useTickets(keys);
      b.server.useTickets(keys);
      TestClient client = trustingBoth();

      visit(client, a, protocol);
      visit(client, b, protocol);

      assertThat(a.heard.handshake().resumed()).isFalse();
      assertThat(b.heard.handshake().resumed()).isTrue();
      assertThat(Heard.next(a.gate.resuming)).isFalse();
      assertThat(Heard.next(b.gate.resuming)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
  void ticketsOutliveTwoRotationsAndNoMore(String protocol) throws Exception {
    try (TestEdge edge = edge("a")) {
      edge.server.useTickets(keys);
      visit(trustingBoth(), edge, protocol);
      assertThat(edge.heard.handshake().resumed()).isFalse();

      TestClient second = trustingBoth();
      visit(second, edge, protocol);
      edge.heard.handshake();
      edge.server.useTickets(keys.rotated().rotated());
      visit(second, edge, protocol);
      assertThat(edge.heard.handshake().resumed()).isTrue();

      TestClient third = trustingBoth();
      edge.server.useTickets(keys);
      visit(third, edge, protocol);
      edge.heard.handshake();
      edge.server.useTickets(keys.rotated().rotated().rotated());
      visit(third, edge, protocol);
      assertThat(edge.heard.handshake().resumed()).isFalse();
    }
  }

  private TestEdge edge(String name) throws Exception {
    Path folder = Files.createDirectories(home.resolve(name));
    // Both have the certificate of the same home, as the nodes of one installation do.
    return new TestEdge(home, folder.resolve("backend"));
  }

  private TestClient trustingBoth() throws Exception {
    return new TestClient(eu.rempart.tls.TestTls.authority(home));
  }

  /** Both edges under one name and port: sessions are remembered by them, not by the address. */
  private static void visit(TestClient client, TestEdge edge, String protocol) throws IOException {
    SSLEngine engine = client.engine("crm.example");
    engine.setEnabledProtocols(new String[] {protocol});
    try (EngineClient connection = new EngineClient(engine, edge.port())) {
      connection.shakeHandsAndSend(new byte[] {'x'});
      assertThat(connection.read(1)).containsExactly('x');
    }
  }
}
