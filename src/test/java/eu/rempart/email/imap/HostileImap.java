package eu.rempart.email.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A server on loopback that greets, and answers each command, as a test has it do. */
public final class HostileImap implements AutoCloseable {

  /** What a server says; the tag is null before the first command. */
  public interface Answers {
    void say(OutputStream out, @org.jspecify.annotations.Nullable String tag, String command)
        throws IOException;
  }

  private final ServerSocket socket;
  private final Answers answers;

  public HostileImap(Answers answers) throws IOException {
    this.answers = answers;
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  /** One that says this for a greeting, and no more. */
  public static HostileImap greeting(String greeting) throws IOException {
    return new HostileImap(
        (out, tag, _) -> {
          if (tag == null) {
            say(out, greeting);
          }
        });
  }

  /** One that never ends its first line. */
  public static HostileImap endless(String begin) throws IOException {
    return new HostileImap(
        (out, _, _) -> {
          say(out, begin);
          byte[] more = new byte[1 << 16];
          Arrays.fill(more, (byte) 'A');
          while (true) {
            out.write(more);
          }
        });
  }

  /** One with a mailbox, that says this when it is opened or listed. */
  public static HostileImap open(String more) throws IOException {
    return new HostileImap(
        (out, tag, command) -> {
          if (tag == null) {
            say(out, "* OK ready\r\n");
            return;
          }
          if (command.startsWith("CAPABILITY")) {
            say(out, "* CAPABILITY IMAP4rev1\r\n");
          } else if (command.startsWith("LIST")) {
            say(out, "* LIST () \"/\" INBOX\r\n" + (command.contains("*") ? more : ""));
          } else if (command.startsWith("EXAMINE")) {
            say(out, "* 3 EXISTS\r\n" + more);
          }
          say(out, tag + " OK done\r\n");
        });
  }

  public static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException _) {
        return; // the test is over
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      answers.say(client.getOutputStream(), null, "");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String tag = line.split(" ", 2)[0];
        answers.say(client.getOutputStream(), tag, line.substring(tag.length()).strip());
      }
    } catch (IOException _) {
      // the client had enough, as it should
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
