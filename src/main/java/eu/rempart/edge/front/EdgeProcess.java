package eu.rempart.edge.front;

import eu.rempart.edge.gate.RemotePolicies;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.traffic.ReportLog;
import eu.rempart.tls.CertificateRefusedException;
import eu.rempart.tls.MachineTls;
import eu.rempart.tls.Renewal;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.link.NodeAddress;
import eu.rempart.tls.link.Nodes;
import eu.rempart.tls.link.NodesListener;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.TicketKeys;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge while it runs: listens, is told by nodes what to decide by and tells them what it did,
 * and takes up what the operator changes. Safe for use by several threads.
 */
final class EdgeProcess implements AutoCloseable, NodesListener {

  private static final Logger log = LoggerFactory.getLogger(EdgeProcess.class);
  private static final int SECONDS_OF_A_MINUTE = 60;

  private final EdgeCall call;
  private final RemotePolicies policies = new RemotePolicies(System::nanoTime);
  private final Places places;
  private final ReportLog reports;
  private final MachineTls machine;
  private final Nodes nodes;
  private final EdgeServer server;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("edge-clock").factory());
  private EdgeConfig config;
  private ServerTls tls;
  private ConfigStamp stamp;
  private TicketKeys tickets = TicketKeys.random();
  private long seconds;

  /**
   * Reads everything; nothing listens until {@link #open}.
   *
   * @throws WrongConfigException if the file or the call is wrong
   * @throws CertificateRefusedException if a certificate or key can't be used
   */
  EdgeProcess(EdgeCall call) {
    this.call = call;
    this.stamp = ConfigStamp.of(call.config());
    this.config = EdgeConfig.of(call);
    this.tls = ServerTls.open(config.tls());
    this.machine = MachineTls.open(config.machine());
    this.places = Places.open(config.places().orElse(null));
    Sources sources = Sources.usual();
    this.reports = new ReportLog(places, sources, System::nanoTime);
    this.nodes = new Nodes(config.backends(), machine, this);
    this.server =
        new EdgeServer(config.edge(), tls, nodes, policies.gate(places, sources), reports);
  }

  /**
   * Opens the port.
   *
   * @return where it listens
   */
  InetSocketAddress open() throws BindException {
    nodes.open();
    log.debug("{} handshakes with itself", server.warmUp(config.warmUp()));
    InetSocketAddress address = server.open();
    var _ = clock.scheduleWithFixedDelay(this::second, 1, 1, TimeUnit.SECONDS);
    return address;
  }

  /** An exception would end the clock. */
  private void second() {
    try {
      if (nodes.hears()) {
        nodes.report(reports.drain());
      }
      follow();
      if (++seconds % SECONDS_OF_A_MINUTE == 0) {
        policies.passTime();
        places.refresh();
        server.review();
      }
    } catch (RuntimeException e) {
      log.error("what the edge does every second failed; it is tried again", e);
    }
  }

  /** Takes up files that were replaced. */
  private synchronized void follow() {
    if (!ConfigStamp.of(call.config()).equals(stamp)) {
      reload();
      return;
    }
    try {
      Renewal renewal = tls.reloadIfReplaced();
      if (renewal != Renewal.UNCHANGED) {
        log.info("New connections get the certificate {}", tls.status().server().sha256());
      }
      if (machine.reloadIfReplaced()) {
        log.info("New connections to nodes show the certificate that was replaced");
      }
    } catch (CertificateRefusedException refused) {
      log.error("A file was replaced and is not taken: {}", refused.getMessage());
    }
  }

  /** Reads the configuration anew; where it is wrong everything stays as it is. */
  synchronized void reload() {
    stamp = ConfigStamp.of(call.config());
    try {
      EdgeConfig next = EdgeConfig.of(call);
      ServerTls nextTls = ServerTls.open(next.tls());
      machine.reloadIfReplaced();
      if (!next.backends().equals(config.backends())
          || !next.machine().equals(config.machine())
          || !next.places().equals(config.places())
          || !next.edge().address().equals(config.edge().address())) {
        log.warn("Other nodes, addresses or names of files are taken at the next start");
      }
      server.reload(next.edge(), nextTls);
      tls = nextTls;
      config = next;
      log.info("The configuration is taken anew, for new connections");
    } catch (WrongConfigException | CertificateRefusedException wrong) {
      log.error("The configuration is not taken, the former stays: {}", wrong.getMessage());
    }
  }

  @Override
  public void rules(byte[] rules) {
    policies.take(rules);
    // a connection may be older than a ban (decision record 0028)
    server.review();
  }

  @Override
  public void tickets(TicketKeys keys) {
    synchronized (this) {
      if (keys.equals(tickets)) {
        return;
      }
      tickets = keys;
    }
    server.useTickets(keys);
  }

  @Override
  public void changed(NodeAddress node, boolean takes) {
    log.info("The node {} {}", node, takes ? "takes connections" : "takes no connections now");
  }

  /** How many nodes take connections. */
  int nodesTaking() {
    return nodes.taking();
  }

  /** Takes nobody new, waits for those that are there, and ends. */
  @Override
  public void close() {
    server.stopListening();
    if (!server.awaitEmpty(config.drain())) {
      log.info("{} connections were still open and are cut", server.connections());
    }
    clock.shutdownNow();
    if (nodes.hears()) {
      nodes.report(reports.drain());
    }
    server.close();
    nodes.close();
  }
}
