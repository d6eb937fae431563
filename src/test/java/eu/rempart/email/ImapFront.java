package eu.rempart.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands before a server that speaks IMAP in clear, as servers on port 143 do: it offers to encrypt
 * (RFC 9051, 6.2.1), does not, or takes its word back.
 */
public final class ImapFront implements AutoCloseable {

  /** How it answers to who wants to encrypt. */
  public enum Offer {
    STARTTLS,
    NOTHING,
    /** It offers, and says no. */
    REFUSAL,
    /** It offers, says yes, and goes on in clear. */
    LIE
  }

  private final ServerSocket socket;
  private final Offer offer;
  private final int behind;
  private final SSLContext keys;
  private final List<String> clear = new CopyOnWriteArrayList<>();

  /** Opens it on a free port of loopback. */
  public ImapFront(Offer offer, int behind, SSLContext keys) throws IOException {
    this.offer = offer;
    this.behind = behind;
    this.keys = keys;
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** What came in clear, line by line. */
  public List<String> clear() {
    return List.copyOf(clear);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException e) {
        return; // the test is over
      }
    }
  }

  private void talk(Socket client) {
    try (client) {
      say(client, "* OK front.example ready");
      for (String line = line(client.getInputStream());
          line != null;
          line = line(client.getInputStream())) {
        clear.add(line);
        String tag = line.split(" ", 2)[0];
        String command = line.substring(tag.length()).strip().toUpperCase(Locale.ROOT);
        if (command.startsWith("CAPABILITY")) {
          say(client, "* CAPABILITY IMAP4rev1" + (offer == Offer.NOTHING ? "" : " STARTTLS"));
          say(client, tag + " OK done");
        } else if (command.startsWith("STARTTLS") && offer == Offer.STARTTLS) {
          say(client, tag + " OK begin");
          pipe(client);
          return;
        } else if (command.startsWith("STARTTLS") && offer == Offer.REFUSAL) {
          say(client, tag + " NO not today");
        } else {
          say(client, tag + " OK whatever you say");
        }
      }
    } catch (IOException e) {
      // the client is gone
    }
  }

  private void pipe(Socket client) throws IOException {
    try (SSLSocket encrypted =
            (SSLSocket)
                keys.getSocketFactory()
                    .createSocket(client, client.getInetAddress().getHostName(), 0, true);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      encrypted.setUseClientMode(false);
      encrypted.startHandshake();
      line(server.getInputStream()); // its greeting: there was one
      Thread back = Thread.ofVirtual().start(() -> copy(server, encrypted));
      copy(encrypted, server);
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] part = new byte[8_192];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        out.write(part, 0, read);
        out.flush();
      }
      to.close();
    } catch (IOException e) {
      // one of them is gone
    }
  }

  /** Byte by byte: what follows may be a handshake. */
  private static @org.jspecify.annotations.Nullable String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toString().strip();
      }
      line.append((char) b);
    }
    return line.isEmpty() ? null : line.toString();
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
