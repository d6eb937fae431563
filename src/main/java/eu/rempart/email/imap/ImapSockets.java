package eu.rempart.email.imap;

import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/**
 * Makes sockets for the mail library, which connects them itself. No {@link ImapUpgrade}, since the
 * library takes the sockets of a factory for TLS to be encrypted.
 */
final class ImapSockets extends SocketFactory {

  private final Supplier<Socket> make;

  ImapSockets(Supplier<Socket> make) {
    this.make = make;
  }

  @Override
  public Socket createSocket() {
    return make.get();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("sockets are connected later");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("sockets are connected later");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("sockets are connected later");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("sockets are connected later");
  }
}
