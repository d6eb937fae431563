package eu.rempart.tls.link;

import eu.rempart.tls.MachineTls;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TestClient;
import eu.rempart.tls.TestTls;
import eu.rempart.tls.TlsProfile;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.EdgeSettings;
import eu.rempart.tls.serve.HandGate;
import eu.rempart.tls.serve.Heard;
import eu.rempart.tls.serve.TicketKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLSocket;

/** An edge in front of nodes, with what nodes told it. */
final class FrontEdge implements NodesListener, AutoCloseable {
  final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
  final BlockingQueue<String> rules = new LinkedBlockingQueue<>();
  final BlockingQueue<TicketKeys> tickets = new LinkedBlockingQueue<>();
  final Nodes nodes;
  final EdgeServer server;
  final int port;
  private final TestClient client;

  FrontEdge(Path home, MachineTls.Files machine, NodeAddress... addresses) throws Exception {
    ServerTls tls = TestTls.open(home, TlsProfile.STANDARD);
    nodes = new Nodes(List.of(addresses), MachineTls.open(machine), this);
    server =
        new EdgeServer(
            EdgeSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            tls,
            nodes,
            new HandGate(),
            new Heard());
    port = server.open().getPort();
    client = new TestClient(TestTls.authority(home));
    nodes.open();
  }

  @Override
  public void rules(byte[] told) {
    rules.add(new String(told, StandardCharsets.US_ASCII));
  }

  @Override
  public void tickets(TicketKeys keys) {
    tickets.add(keys);
  }

  @Override
  public void changed(NodeAddress node, boolean takes) {
    changes.add(node.port() + (takes ? " takes" : " takes not"));
  }

  /** Waits until a node was heard to take connections, or not to. */
  void await(NodeAddress node, boolean takes) throws InterruptedException {
    String expected = node.port() + (takes ? " takes" : " takes not");
    while (!Heard.next(changes).equals(expected)) {
      // of another node, or of a moment before
    }
  }

  SSLSocket connect() throws Exception {
    SSLSocket socket = client.open("localhost", port, "TLSv1.3");
    socket.getOutputStream().write('x');
    return socket;
  }

  /** Which node served one connection. */
  char ask() throws Exception {
    try (SSLSocket socket = connect()) {
      return (char) socket.getInputStream().read();
    }
  }

  @Override
  public void close() {
    server.close();
    nodes.close();
  }
}
