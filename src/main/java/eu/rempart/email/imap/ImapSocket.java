package eu.rempart.email.imap;

import eu.rempart.kernel.place.Outgoing;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.UnknownHostException;

/**
 * What the mail library takes for a socket: it goes to no address that is refused, and each answer
 * that is read through it is bounded. Whether it is encrypted, the library need not know.
 */
final class ImapSocket extends Socket {

  private final ImapConnection connection;
  private final Socket raw;
  private final AnswerScanner scanner;
  private Socket current;

  ImapSocket(ImapConnection connection) {
    this(connection, Outgoing.unconnected());
  }

  private ImapSocket(ImapConnection connection, Socket raw) {
    this.connection = connection;
    this.raw = raw;
    this.scanner = new AnswerScanner(connection::most);
    this.current = raw;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  /** The address that is looked at is the one that is connected to. */
  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    InetSocketAddress peer = (InetSocketAddress) endpoint;
    InetAddress address = peer.getAddress();
    if (address == null) {
      throw new UnknownHostException(peer.getHostString());
    }
    connection.connect(raw, peer, timeout);
    if (connection.isEncrypted()) {
      current = connection.encrypt(raw);
    }
  }

  /** The same connection, encrypted from here on; what was read in clear is forgotten. */
  ImapSocket encrypted() throws IOException {
    ImapSocket above = new ImapSocket(connection, raw);
    above.current = connection.encrypt(raw);
    above.scanner.greeted();
    return above;
  }

  /** Never with the farewell of TLS, which would wait for a server that reads nothing. */
  @Override
  public void close() throws IOException {
    raw.close();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new BoundedAnswers(current.getInputStream(), scanner, connection::end);
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(current.getOutputStream()) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        scanner.command();
        out.write(bytes, offset, length);
      }

      @Override
      public void write(int one) throws IOException {
        scanner.command();
        out.write(one);
      }
    };
  }

  @Override
  public void setSoTimeout(int timeout) throws SocketException {
    current.setSoTimeout(timeout);
  }

  @Override
  public int getSoTimeout() throws SocketException {
    return current.getSoTimeout();
  }

  @Override
  public InetAddress getInetAddress() {
    return current.getInetAddress();
  }

  @Override
  public int getPort() {
    return current.getPort();
  }

  @Override
  public InetAddress getLocalAddress() {
    return current.getLocalAddress();
  }

  @Override
  public boolean isConnected() {
    return current.isConnected();
  }

  @Override
  public boolean isClosed() {
    return current.isClosed();
  }
}
