package eu.rempart.edge;

import eu.rempart.edge.request.SteadyBodies;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.springframework.boot.jetty.JettyServerCustomizer;

/**
 * Has Jetty listen on a Unix socket alone, for the edge, which ends TLS and says in a PROXY header
 * where the client is. The folder of the socket keeps everybody else on the machine away.
 */
final class JettyBehindEdge implements JettyServerCustomizer {

  private static final int HEADER_BYTES = 16 * 1024;

  /** A little more than at the edge, so that it is the edge that cuts. */
  private static final Duration IDLE = Duration.ofMinutes(7);

  /** For the head of each request after the first, which the edge waits for itself. */
  private static final Duration HEAD = Duration.ofSeconds(15);

  private static final int ACCEPT_QUEUE = 1024;

  private final Path socket;
  private final ErrorHandler malformed;

  /**
   * A Jetty there.
   *
   * @param malformed answers what is no request
   */
  JettyBehindEdge(Path socket, ErrorHandler malformed) {
    this.socket = socket;
    this.malformed = malformed;
  }

  @Override
  public void customize(Server server) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    // Whatever two readers might read differently is refused (decision record 0030).
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setResponseHeaderSize(HEADER_BYTES);
    http.addCustomizer(new OnlyThroughTheEdge());
    http.addCustomizer(new StrictHttp2());
    http.addCustomizer(new SecureByTheEdge());
    http.addCustomizer(new SteadyBodies(System::nanoTime));
    HttpConnectionFactory http1 = new HeadDeadlines(http, HEAD);
    HTTP2CServerConnectionFactory http2 = new NegotiatedHttp2(http);
    // Push knows web sockets of HTTP/1.1 only, for which browsers then open a connection (RFC
    // 8441).
    http2.setConnectProtocolEnabled(false);
    UnixDomainServerConnector connector =
        new UnixDomainServerConnector(
            server, new ProxyConnectionFactory(http1.getProtocol()), http1, http2);
    connector.setUnixDomainPath(socket);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setIdleTimeout(IDLE.toMillis());
    server.setErrorHandler(malformed);
    server.setConnectors(new Connector[] {connector});
  }
}
