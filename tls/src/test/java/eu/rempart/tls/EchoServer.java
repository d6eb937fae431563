package eu.rempart.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** Sends each byte back over TLS on a loopback port. */
final class EchoServer implements AutoCloseable {
  private final ServerSocket socket;

  EchoServer(ServerTls tls) throws IOException {
    socket =
        tls.sslContext()
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> echo(connection));
      } catch (SocketException closed) {
        // by close(), which ends the loop
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static void echo(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        connection.getOutputStream().write(octet);
      }
    } catch (IOException refusedHandshake) {
      // the client sees why
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
