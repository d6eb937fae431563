package eu.rempart.edge.front;

import eu.rempart.tls.CertificateAuthority;
import eu.rempart.tls.IssuedFiles;
import eu.rempart.tls.Purpose;
import eu.rempart.tls.RevocationCheck;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.link.NodeListener;
import eu.rempart.tls.link.NodeState;
import eu.rempart.tls.proxy.ProxyHeader;
import eu.rempart.tls.proxy.ProxyHeaderException;
import eu.rempart.tls.proxy.ProxyHeaderReader;
import eu.rempart.tls.serve.Backend;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A node with an authority of its own, behind whose door everything is sent back. */
final class EchoNode implements AutoCloseable {

  final BlockingQueue<byte[]> reports = new LinkedBlockingQueue<>();
  final NodeListener listener;
  final int port;
  private final Path home;
  private final ServerSocket echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  EchoNode(Path home) throws IOException {
    this.home = home;
    ServerTls tls = ServerTls.open(TlsSettings.in(home));
    Thread.ofVirtual().start(this::accept);
    listener =
        new NodeListener(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            tls,
            RevocationCheck.ofMachines(home),
            Backend.tcp((InetSocketAddress) echo.getLocalSocketAddress()),
            (edge, report, copy) -> reports.add(report));
    port = listener.open().getPort();
    var _ =
        clock.scheduleAtFixedRate(
            () -> listener.publishState(NodeState.READY), 0, 300, TimeUnit.MILLISECONDS);
  }

  IssuedFiles issue(Purpose purpose, String name, Path into) {
    return CertificateAuthority.in(home).issue(purpose, List.of(name), into);
  }

  private void accept() {
    while (!echo.isClosed()) {
      try {
        Socket client = echo.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException ended) {
        return;
      }
    }
  }

  private static void serve(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      ByteBuffer head = ByteBuffer.allocate(4_096);
      Optional<ProxyHeader> header = Optional.empty();
      while (header.isEmpty()) {
        int octet = in.read();
        if (octet < 0) {
          return;
        }
        head.put((byte) octet);
        header = ProxyHeaderReader.read(head.duplicate().flip());
      }
      in.transferTo(client.getOutputStream());
    } catch (IOException | ProxyHeaderException gone) {
      // which the test sees at the other end
    }
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    listener.close();
    echo.close();
  }
}
