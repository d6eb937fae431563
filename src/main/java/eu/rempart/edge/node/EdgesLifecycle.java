package eu.rempart.edge.node;

import eu.rempart.db.DatabaseAnswers;
import eu.rempart.db.DatabaseMoves;
import eu.rempart.home.InfoFile;
import eu.rempart.tls.link.NodeListener;
import eu.rempart.tls.link.NodeState;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Opens the door for edges once Jetty answers, says every second whether connections may be sent
 * here, and at the end says no before Jetty ends what it has begun.
 */
final class EdgesLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EdgesLifecycle.class);

  private final NodeListener listener;
  private final InetSocketAddress address;
  private final ApplicationAvailability availability;
  private final DatabaseAnswers database;
  private final DatabaseMoves moves;
  private final InfoFile info;
  private volatile boolean jettyAnswers;
  private volatile boolean running;

  EdgesLifecycle(
      NodeListener listener,
      InetSocketAddress address,
      ApplicationAvailability availability,
      DatabaseAnswers database,
      DatabaseMoves moves,
      InfoFile info) {
    this.listener = listener;
    this.address = address;
    this.availability = availability;
    this.database = database;
    this.moves = moves;
    this.info = info;
  }

  @EventListener
  void started(WebServerInitializedEvent event) {
    jettyAnswers = true;
  }

  /** Without a web server, as in most tests, there is nothing to be in front of. */
  @Override
  public void start() {
    if (!jettyAnswers) {
      return;
    }
    try {
      int port = listener.open().getPort();
      info.put("edge_port", Integer.toString(port));
      log.info("Edges are taken at port {}", port);
    } catch (BindException inUse) {
      throw new PortInUseException(address.getPort(), inUse);
    }
    running = true;
  }

  /** The same that {@code /health/ready} answers, and whether the database is at this site. */
  @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  void tell() {
    if (running) {
      listener.publishState(state());
    }
  }

  private NodeState state() {
    if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC || !database.now()) {
      return NodeState.AWAY;
    }
    return moves.isHere() ? NodeState.READY : NodeState.STANDBY;
  }

  @Override
  public void stop() {
    running = false;
    listener.publishState(NodeState.AWAY);
    listener.stopListening();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Started after Jetty, stopped before its graceful end begins. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
  }
}
