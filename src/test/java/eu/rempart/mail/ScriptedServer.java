package eu.rempart.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that gives one answer to every recipient. */
final class ScriptedServer implements AutoCloseable {

  private final ServerSocket socket;
  private final String answer;

  ScriptedServer(String answer) throws IOException {
    this.answer = answer;
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    try (Socket client = socket.accept();
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      say(client, "220 scripted.example");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        say(client, line.startsWith("RCPT") ? answer : "250 scripted.example");
      }
    } catch (IOException e) {
      // the client is gone, or the test is over
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
