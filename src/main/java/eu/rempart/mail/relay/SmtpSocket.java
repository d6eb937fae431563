package eu.rempart.mail.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the mail library takes for a socket: its connection is opened by whoever checks where it may
 * go, and what the server says over it is bounded, in bytes and in time.
 */
final class SmtpSocket extends Socket {

  /** Bytes that a server may say while it takes one mail: replies have lines of 512. */
  static final int MOST = 1 << 20;

  /** From the connection to the last reply; mails with large files take minutes on slow lines. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final SmtpSockets.Opener opener;
  private @Nullable Socket open;
  private int timeout;

  SmtpSocket(SmtpSockets.Opener opener) {
    this.opener = opener;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  /** The opener knows where to: the name is looked up where its address is checked. */
  @Override
  public void connect(SocketAddress endpoint, int connectTimeout) throws IOException {
    Socket connected = opener.open();
    connected.setSoTimeout(timeout);
    open = connected;
  }

  private Socket open() throws SocketException {
    Socket connected = open;
    if (connected == null) {
      throw new SocketException("not connected");
    }
    return connected;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new Replies(open().getInputStream(), System.nanoTime() + LONGEST.toNanos());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return open().getOutputStream();
  }

  @Override
  public void setSoTimeout(int millis) throws SocketException {
    timeout = millis;
    if (open != null) {
      open.setSoTimeout(millis);
    }
  }

  @Override
  public int getSoTimeout() {
    return timeout;
  }

  @Override
  public InetAddress getInetAddress() {
    return Objects.requireNonNull(open).getInetAddress();
  }

  @Override
  public InetAddress getLocalAddress() {
    return Objects.requireNonNull(open).getLocalAddress();
  }

  @Override
  public int getPort() {
    return open == null ? 0 : open.getPort();
  }

  @Override
  public boolean isConnected() {
    return open != null;
  }

  @Override
  public boolean isClosed() {
    return open != null && open.isClosed();
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }

  /** Hands on what a server says until it is too much, or too late. */
  private static final class Replies extends FilterInputStream {

    private final long end;
    private int bytes;

    private Replies(InputStream in, long end) {
      super(in);
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (System.nanoTime() - end > 0) {
        throw new IOException("the mail server takes too long");
      }
      int got = in.read(into, offset, length);
      bytes += Math.max(0, got);
      if (bytes > MOST) {
        throw new IOException("the mail server says too much");
      }
      return got;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
