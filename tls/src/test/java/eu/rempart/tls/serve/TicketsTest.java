package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that one edge began, shown to another. */
class TicketsTest {
  private static final String TLS_1_3 = "TLSv1.3";

  @TempDir private Path home;
  private final TicketKeys keys = TicketKeys.random();

  @Test
  void twoEdgesWithTheSameKeysResumeEachOthersSessions() throws Exception {
    try (TestEdge a = edge("a");
        TestEdge b = edge("b")) {
      a.server.useTickets(keys);
      b.server.useTickets(keys);
      TestClient client = trustingBoth();

      visit(client, a, TLS_1_3);
      visit(client, b, TLS_1_3);

      assertThat(a.heard.handshake().resumed()).isFalse();
      assertThat(b.heard.handshake().resumed()).isTrue();
      assertThat(Heard.next(a.gate.resuming)).isFalse();
      assertThat(Heard.next(b.gate.resuming)).isTrue();
    }
  }

  /** A stored ticket key would open recordings of TLS 1.2 (see BoringEngines). */
  @Test
  void tls12GetsNoTicketAndResumesNothing() throws Exception {
    try (TestEdge edge = edge("a")) {
      TestClient client = trustingBoth();

      visit(client, edge, "TLSv1.2");
      visit(client, edge, "TLSv1.2");

      assertThat(edge.heard.handshake().resumed()).isFalse();
      assertThat(edge.heard.handshake().resumed()).isFalse();
      assertThat(Heard.next(edge.gate.resuming)).isFalse();
      assertThat(Heard.next(edge.gate.resuming)).isFalse();
    }
  }

  @Test
  void ticketsOutliveTwoRotationsAndNoMore() throws Exception {
    try (TestEdge edge = edge("a")) {
      edge.server.useTickets(keys);
      visit(trustingBoth(), edge, TLS_1_3);
      assertThat(edge.heard.handshake().resumed()).isFalse();

      TestClient second = trustingBoth();
      visit(second, edge, TLS_1_3);
      edge.heard.handshake();
      edge.server.useTickets(keys.rotated().rotated());
      visit(second, edge, TLS_1_3);
      assertThat(edge.heard.handshake().resumed()).isTrue();

      TestClient third = trustingBoth();
      edge.server.useTickets(keys);
      visit(third, edge, TLS_1_3);
      edge.heard.handshake();
      edge.server.useTickets(keys.rotated().rotated().rotated());
      visit(third, edge, TLS_1_3);
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
