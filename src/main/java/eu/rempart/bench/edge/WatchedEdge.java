package eu.rempart.bench.edge;

import eu.rempart.RempartApplication;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficRecorder;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.TlsSettings;
import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.EdgeSettings;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * An edge in this process with all that the product has around one: its gates decide, its counters
 * count, its detection looks at all sources once a second, and its jobs write down what came. The
 * product runs beside it, and nobody works in it. Limits are as high as they can be set, since all
 * that comes has one address; nobody is refused, and nothing is left out for it.
 */
final class WatchedEdge {

  private final ApplicationContext product;

  private WatchedEdge(ApplicationContext product) {
    this.product = product;
  }

  /** Starts a product that ends with the process. */
  static WatchedEdge beside(Path home) throws Exception {
    Path own = home.resolve("watched");
    var watched =
        new WatchedEdge(
            SpringApplication.run(
                RempartApplication.class,
                "--rempart.home=" + own,
                "--server.port=0",
                "--logging.level.root=error"));
    try (Connection owner = OwnerSql.of(own);
        PreparedStatement insert =
            owner.prepareStatement("INSERT INTO edge_setting (name, value) VALUES (?, ?)")) {
      for (Limit limit : Limit.values()) {
        if (limit.isOfGates() || limit.isOfNetworks()) {
          insert.setString(1, limit.key());
          insert.setString(2, Integer.toString(limit.most()));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
    watched.product.getBean(Policies.class).reload();
    return watched;
  }

  /**
   * Opens the edge.
   *
   * @param home whose certificate it shows
   * @param backend the socket where the bytes go
   * @return its port on loopback
   */
  int open(Path home, Path backend) throws BindException {
    return new EdgeServer(
            EdgeSettings.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            ServerTls.open(TlsSettings.in(home)),
            Backend.unixSocket(backend),
            product.getBean(ConnectionGate.class),
            product.getBean(EdgeListener.class))
        .open()
        .getPort();
  }

  /** Counts a request as the product does. */
  void count(InetSocketAddress from) {
    Source source = Source.of(InetAddress.ofLiteral(from.getHostString()));
    product
        .getBean(TrafficRecorder.class)
        .request(source.high(), source.low(), Measure.REQUEST_PAGE);
  }
}
