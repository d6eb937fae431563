package eu.rempart.watch.measure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A server on loopback that does with each connection what a test says. */
final class Peer implements AutoCloseable {

  /** Does something with a connection, which is closed after it. */
  interface Script {
    void play(Socket socket, String request) throws IOException;
  }

  final List<String> requests = new CopyOnWriteArrayList<>();
  private final ServerSocket server;

  private Peer(ServerSocket server, boolean reads, Script script) {
    this.server = server;
    Thread.ofVirtual().start(() -> accept(reads, script));
  }

  /** Reads a request first. */
  static Peer answering(ServerSocketFactory sockets, Script script) {
    return new Peer(listen(sockets), true, script);
  }

  /** Answers each request with this text. */
  static Peer saying(ServerSocketFactory sockets, String answer) {
    return answering(sockets, (socket, _) -> write(socket, answer));
  }

  /** Goes on without reading anything. */
  static Peer rude(Script script) {
    return new Peer(listen(ServerSocketFactory.getDefault()), false, script);
  }

  static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static ServerSocket listen(ServerSocketFactory sockets) {
    try {
      return sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept(boolean reads, Script script) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket, reads, script));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, boolean reads, Script script) {
    try (socket) {
      String request = reads ? head(socket) : "";
      requests.add(request);
      script.play(socket, request);
    } catch (IOException e) {
      // the meter hung up, as some of the tests want it
    }
  }

  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = socket.getInputStream().read();
      if (c < 0) {
        break;
      }
      head.append((char) c);
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
