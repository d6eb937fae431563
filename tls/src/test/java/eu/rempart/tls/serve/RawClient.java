package eu.rempart.tls.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that speaks what it likes. */
final class RawClient implements AutoCloseable {
  /** In milliseconds; ends a test that would wait for ever. */
  private static final int PATIENCE = 120_000;

  final Socket socket;

  RawClient(int port) throws IOException {
    socket = new Socket("localhost", port);
    socket.setSoTimeout(PATIENCE);
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The server resets the connection, and sent nothing before. */
  void assertReset() {
    assertThatThrownBy(() -> assertThat(socket.getInputStream().read()).as("a byte").isEqualTo(-2))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
