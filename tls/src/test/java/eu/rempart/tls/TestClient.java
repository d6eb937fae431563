package eu.rempart.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client of the JDK that trusts one authority and checks the host name. */
public final class TestClient {
  /** In milliseconds; ends a test that would wait for ever. */
  private static final int PATIENCE = 120_000;

  private final SSLContext context;

  public TestClient(X509Certificate authority) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority);
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
  }

  /** Connects, has one byte echoed, and tells what was negotiated. */
  public SSLSession talk(String host, int port) throws IOException {
    return talk(host, port, List.of("TLSv1.3", "TLSv1.2"), List.of());
  }

  /**
   * As {@link #talk(String, int)}, offering just these.
   *
   * @param suites empty for what the JDK offers
   */
  public SSLSession talk(String host, int port, List<String> protocols, List<String> suites)
      throws IOException {
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port)) {
      socket.setSoTimeout(PATIENCE);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setProtocols(protocols.toArray(String[]::new));
      if (!suites.isEmpty()) {
        parameters.setCipherSuites(suites.toArray(String[]::new));
      }
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      exchange(socket);
      return socket.getSession();
    }
  }

  public SSLSocket open(String host, int port, String protocol) throws IOException {
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port);
    socket.setSoTimeout(PATIENCE);
    socket.setEnabledProtocols(new String[] {protocol});
    return socket;
  }

  /** A socket over a connection, for a server of this name. */
  public SSLSocket openAs(String name, Socket connected, String protocol) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(connected, name, 443, true);
    socket.setSoTimeout(PATIENCE);
    socket.setEnabledProtocols(new String[] {protocol});
    return socket;
  }

  /** What this client trusts, for clients of HTTP. */
  public SSLContext context() {
    return context;
  }

  /** An engine of this client's, for tests that put the bytes on the wire themselves. */
  public SSLEngine engine(String name) {
    SSLEngine engine = context.createSSLEngine(name, 443);
    engine.setUseClientMode(true);
    return engine;
  }

  public static void exchange(SSLSocket socket) throws IOException {
    socket.getOutputStream().write('x');
    assertThat(socket.getInputStream().read()).isEqualTo('x');
  }
}
