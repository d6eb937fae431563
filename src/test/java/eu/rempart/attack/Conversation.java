package eu.rempart.attack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** A connection that has shaken hands: requests of HTTP/1.1, or bytes as one likes. */
final class Conversation implements AutoCloseable {

  private final SSLSocket socket;
  private final InputStream in;

  Conversation(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  Answer get(String path, String... headers) throws IOException {
    return ask("GET " + path + " HTTP/1.1", "", headers);
  }

  /** Sends a form. */
  Answer post(String path, String form, String... headers) throws IOException {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type: application/x-www-form-urlencoded";
    all[1] = "Content-Length: " + form.length();
    return ask("POST " + path + " HTTP/1.1", form, all);
  }

  private Answer ask(String line, String body, String... headers) throws IOException {
    var request = new StringBuilder(line).append("\r\nHost: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    send(request.append("\r\n").append(body).toString());
    return read();
  }

  /** Sends bytes, one for each character. */
  void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  Answer read() throws IOException {
    return Answer.read(in);
  }

  /** Waits for the end of the connection, whatever comes before. */
  boolean ends() {
    try {
      in.readAllBytes();
      return true;
    } catch (java.net.SocketTimeoutException goesOn) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** At once, and without a farewell. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
