package eu.rempart.common.net;

import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/**
 * Makes sockets for a library that connects them itself. No factory of TLS, since libraries take
 * the sockets of one for encrypted.
 */
public class UnconnectedSockets extends SocketFactory {

  private static final String LATER = "sockets are connected later";

  private final Supplier<Socket> make;

  /** Makes each socket by this. */
  public UnconnectedSockets(Supplier<Socket> make) {
    this.make = make;
  }

  @Override
  public final Socket createSocket() {
    return make.get();
  }

  @Override
  public final Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException(LATER);
  }

  @Override
  public final Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException(LATER);
  }

  @Override
  public final Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException(LATER);
  }

  @Override
  public final Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException(LATER);
  }
}
