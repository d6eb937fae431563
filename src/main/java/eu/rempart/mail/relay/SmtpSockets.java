package eu.rempart.mail.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets for the mail library, which connects them itself. */
public final class SmtpSockets extends SocketFactory {

  /** Opens a connection, encrypted or not, to where it may go. */
  public interface Opener {
    Socket open() throws IOException;
  }

  private final Opener opener;

  public SmtpSockets(Opener opener) {
    this.opener = opener;
  }

  @Override
  public Socket createSocket() {
    return new SmtpSocket(opener);
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
