package eu.rempart.email.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Encrypts a connection that the mail library began in clear. What it gives back is no socket of
 * TLS, but one above it, so that answers are bounded as they are read.
 */
final class ImapUpgrade extends SSLSocketFactory {

  @Override
  public Socket createSocket(Socket clear, String host, int port, boolean autoClose)
      throws IOException {
    return ((ImapSocket) clear).encrypted();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return new String[0];
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return new String[0];
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("only a connection that is open is encrypted");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("only a connection that is open is encrypted");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("only a connection that is open is encrypted");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException("only a connection that is open is encrypted");
  }
}
