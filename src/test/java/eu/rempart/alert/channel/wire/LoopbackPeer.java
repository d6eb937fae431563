package eu.rempart.alert.channel.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/** A server on loopback that does with each connection what a test says. */
public final class LoopbackPeer implements AutoCloseable {

  /** Does something with a connection, which is closed after it. */
  public interface Script {
    void play(Socket socket) throws IOException;
  }

  /** Answers a line. */
  public interface Answer {
    String to(String line);
  }

  /** What came, line by line, of peers that read lines. */
  public final List<String> lines = new CopyOnWriteArrayList<>();

  private final ServerSocket server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  private LoopbackPeer(ServerSocketFactory factory) {
    try {
      server = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static LoopbackPeer playing(Script script) {
    return playing(ServerSocketFactory.getDefault(), script);
  }

  /** As {@link #playing(Script)}, with TLS where the factory has it. */
  public static LoopbackPeer playing(ServerSocketFactory factory, Script script) {
    LoopbackPeer peer = new LoopbackPeer(factory);
    peer.start(script);
    return peer;
  }

  /** Says a greeting, and answers each line. */
  public static LoopbackPeer speaking(String greeting, Answer answer) {
    LoopbackPeer peer = new LoopbackPeer(ServerSocketFactory.getDefault());
    peer.start(
        socket -> {
          write(socket, greeting + "\r\n");
          var in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            peer.lines.add(line);
            write(socket, answer.to(line) + "\r\n");
          }
        });
    return peer;
  }

  /** Takes connections, and never says anything. */
  public static LoopbackPeer mute() {
    LoopbackPeer peer = new LoopbackPeer(ServerSocketFactory.getDefault());
    peer.start(_ -> peer.untilTheEnd());
    return peer;
  }

  /** Waits until the test is over. */
  public void untilTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Reads a request of HTTP with its body. */
  public static String request(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = socket.getInputStream().read();
      if (c < 0) {
        return head.toString();
      }
      head.append((char) c);
    }
    int length =
        head.toString()
            .lines()
            .filter(line -> line.startsWith("Content-Length: "))
            .map(line -> Integer.parseInt(line.substring(16)))
            .findFirst()
            .orElse(0);
    byte[] body = socket.getInputStream().readNBytes(length);
    return head + new String(body, StandardCharsets.UTF_8);
  }

  public int port() {
    return server.getLocalPort();
  }

  private void start(Script script) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try {
                  Socket socket = server.accept();
                  open.add(socket);
                  Thread.ofVirtual().start(() -> serve(socket, script));
                } catch (IOException e) {
                  return;
                }
              }
            });
  }

  private static void serve(Socket socket, Script script) {
    try (socket) {
      script.play(socket);
    } catch (IOException e) {
      // the other side hung up, as some of the tests want it
    }
  }

  @Override
  public void close() {
    over.countDown();
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
