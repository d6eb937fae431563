package eu.rempart.tls.serve;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TestClient;
import eu.rempart.tls.TestTls;
import eu.rempart.tls.TlsProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** An edge on loopback with a backend behind it, a gate driven by hand, and a listener. */
final class TestEdge implements AutoCloseable {
  final HandGate gate = new HandGate();
  final Heard heard = new Heard();
  final ServerTls tls;
  final TestBackend backend;
  final EdgeServer server;
  final TestClient client;
  final InetSocketAddress address;

  TestEdge(Path home, TestBackend.Talk talk) throws Exception {
    this(home, TlsProfile.STANDARD, talk, settings -> settings);
  }

  /** One of several with the same certificate. */
  TestEdge(Path home, Path socket) throws Exception {
    this(TestTls.open(home, TlsProfile.STANDARD), home, socket, TestBackend::echo, it -> it);
  }

  TestEdge(Path home, TlsProfile profile, TestBackend.Talk talk, UnaryOperator<EdgeSettings> change)
      throws Exception {
    this(TestTls.open(home, profile), home, home.resolve("backend"), talk, change);
  }

  TestEdge(
      ServerTls tls,
      Path home,
      Path socket,
      TestBackend.Talk talk,
      UnaryOperator<EdgeSettings> change)
      throws Exception {
    this.tls = tls;
    backend = new TestBackend(socket, talk);
    server =
        new EdgeServer(
            change.apply(
                EdgeSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))),
            tls,
            backend.backend(),
            gate,
            heard);
    address = server.open();
    client = new TestClient(TestTls.authority(home));
  }

  int port() {
    return address.getPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
    backend.close();
  }
}
