package eu.rempart.edge;

import eu.rempart.tls.ServerTls;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.springframework.boot.jetty.JettyServerCustomizer;

/** Replaces Jetty's connectors by one that speaks HTTPS with our certificates and policy. */
final class TlsConnector implements JettyServerCustomizer {

  private static final int HEADER_BYTES = 16 * 1024;
  private static final long IDLE_MILLIS = 60_000;

  private final ServerTls tls;
  private final int port;

  TlsConnector(ServerTls tls, int port) {
    this.tls = tls;
    this.port = port;
  }

  @Override
  public void customize(Server server) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setResponseHeaderSize(HEADER_BYTES);
    http.setSecurePort(port);
    http.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(factory(), "http/1.1"),
            new HttpConnectionFactory(http));
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.setConnectors(new ServerConnector[] {connector});
  }

  private SslContextFactory.Server factory() {
    SslContextFactory.Server factory =
        new SslContextFactory.Server() {
          @Override
          public void customize(SSLEngine engine) {
            super.customize(engine);
            SSLParameters parameters = engine.getSSLParameters();
            engine.setSSLParameters(tls.restrict(parameters));
          }
        };
    factory.setSslContext(tls.sslContext());
    factory.setIncludeProtocols(tls.protocols().toArray(String[]::new));
    factory.setExcludeProtocols();
    factory.setIncludeCipherSuites(tls.cipherSuites().toArray(String[]::new));
    factory.setExcludeCipherSuites();
    factory.setRenegotiationAllowed(false);
    return factory;
  }
}
