package eu.rempart.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Stands before a mail server: lets connections through, or answers recipients itself. */
public final class SmtpFront implements AutoCloseable {

  private final ServerSocket socket;
  private final int behind;
  private volatile @Nullable String answer;

  public SmtpFront(int behind) throws IOException {
    this.behind = behind;
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What recipients are answered from now on; null for what the server behind says. */
  public void answer(@Nullable String words) {
    answer = words;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        String words = answer;
        Thread.ofVirtual().start(words == null ? () -> pipe(client) : () -> script(client, words));
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private void pipe(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      Thread back = Thread.ofVirtual().start(() -> copy(server, client));
      copy(client, server);
      back.join();
    } catch (IOException e) {
      // one of them is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // one of them is gone
    }
  }

  private static void script(Socket client, String words) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      say(client, "220 front.example");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        say(client, line.startsWith("RCPT") ? words : "250 front.example");
      }
    } catch (IOException e) {
      // the client is gone
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
