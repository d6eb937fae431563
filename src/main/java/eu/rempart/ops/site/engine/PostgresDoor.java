package eu.rempart.ops.site.engine;

import eu.rempart.kernel.place.Outgoing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Whether a PostgreSQL says anything: asked whether it speaks TLS, which it answers before anybody
 * signs in ("SSLRequest" of its protocol). An open port alone may belong to a frozen process.
 */
public final class PostgresDoor {

  private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 210, 22, 47};

  private PostgresDoor() {}

  /** Whether it answers in time. */
  public static boolean answers(String host, int port, Duration patience) {
    try (Socket socket = Outgoing.unconnected()) {
      int millis = Math.toIntExact(patience.toMillis());
      Outgoing.connectToOwn(socket, new InetSocketAddress(host, port), millis);
      socket.setSoTimeout(millis);
      socket.getOutputStream().write(SSL_REQUEST);
      int said = socket.getInputStream().read();
      return said == 'S' || said == 'N';
    } catch (IOException silent) {
      return false;
    }
  }
}
