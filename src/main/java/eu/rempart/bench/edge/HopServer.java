package eu.rempart.bench.edge;

import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.bench.OpenEdge;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Jetty in a process of its own, as the product sets it up, with one small answer for everything.
 * Prints its port (0 for none), and ends with its standard input.
 */
public final class HopServer {

  /** Ends each answer, and is in it nowhere else. */
  static final byte LAST = '~';

  private static final byte[] BODY =
      ("x".repeat(1023) + (char) LAST).getBytes(StandardCharsets.US_ASCII);

  private HopServer() {}

  /** How Jetty is reached. */
  enum Way {
    /** Without TLS, on a port. */
    PLAIN,
    /** With TLS of its own. */
    TLS,
    /** Without TLS, on a socket, as nginx wants it. */
    SOCKET,
    /** Through an edge in the same process that lets everybody in. */
    EDGE,
    /** Through an edge in the same process with all gates and all detection of the product. */
    WATCHED
  }

  /**
   * Runs until the standard input ends.
   *
   * @param arguments the way, and the home folder
   */
  public static void main(String[] arguments) throws Exception {
    Way way = Way.valueOf(arguments[0]);
    Path home = Path.of(arguments[1]);
    Path socket = socket(home, way);
    Server server = new Server(new VirtualThreadPool());
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    HttpConnectionFactory http1 = new HttpConnectionFactory(http);
    server.addConnector(
        switch (way) {
          case PLAIN -> onLoopback(new ServerConnector(server, http1));
          case TLS -> onLoopback(new ServerConnector(server, factory(home), http1));
          case SOCKET -> on(socket, server, http1);
          case EDGE, WATCHED ->
              on(socket, server, new ProxyConnectionFactory(http1.getProtocol()), http1);
        });
    WatchedEdge watched = way == Way.WATCHED ? WatchedEdge.beside(home) : null;
    server.setHandler(new Answer(watched));
    server.start();
    if (watched != null) {
      say(watched.open(home, socket));
    } else if (way == Way.EDGE) {
      say(OpenEdge.start(home, socket));
    } else {
      say(server.getConnectors()[0] instanceof ServerConnector tcp ? tcp.getLocalPort() : 0);
    }
    int end = System.in.read();
    System.exit(end < 0 ? 0 : 1);
  }

  private static void say(int port) {
    System.out.println(ServerProcess.ANSWER + port);
  }

  static Path socket(Path home, Way way) {
    return home.resolve(way + ".sock");
  }

  private static ServerConnector onLoopback(ServerConnector connector) {
    connector.setHost("127.0.0.1");
    return connector;
  }

  private static SslContextFactory.Server factory(Path home) {
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setSslContext(ServerTls.open(TlsSettings.in(home)).sslContext());
    return factory;
  }

  private static UnixDomainServerConnector on(
      Path socket, Server server, ConnectionFactory... factories) {
    UnixDomainServerConnector connector = new UnixDomainServerConnector(server, factories);
    connector.setUnixDomainPath(socket);
    return connector;
  }

  private static final class Answer extends Handler.Abstract {

    private final @Nullable WatchedEdge watched;

    Answer(@Nullable WatchedEdge watched) {
      this.watched = watched;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (watched != null
          && request.getConnectionMetaData().getRemoteSocketAddress()
              instanceof InetSocketAddress from) {
        watched.count(from);
      }
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain");
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, BODY.length);
      response.write(true, ByteBuffer.wrap(BODY), callback);
      return true;
    }
  }
}
