package eu.rempart.edge;

import eu.rempart.home.Listening;
import eu.rempart.tls.serve.EdgeEngine;
import eu.rempart.tls.serve.EdgeServer;
import java.net.BindException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Opens the edge once Jetty answers behind it, and ends in the other order: the edge takes nobody
 * new, Jetty answers what it has begun and says farewell, and only then the connections end.
 */
final class EdgeLifecycle implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(EdgeLifecycle.class);

  private final EdgeServer edge;
  private final ApplicationEventPublisher events;
  private final int port;
  private final Duration warmUp;
  private final Duration notice;
  private final Rest rest;
  private volatile boolean jettyAnswers;
  private volatile boolean running;

  /** Lets time go by. */
  interface Rest {
    void during(Duration time) throws InterruptedException;
  }

  EdgeLifecycle(
      EdgeServer edge,
      ApplicationEventPublisher events,
      int port,
      Duration warmUp,
      Duration notice) {
    this(edge, events, port, warmUp, notice, Thread::sleep);
  }

  EdgeLifecycle(
      EdgeServer edge,
      ApplicationEventPublisher events,
      int port,
      Duration warmUp,
      Duration notice,
      Rest rest) {
    this.warmUp = warmUp;
    this.notice = notice;
    this.rest = rest;
    this.edge = edge;
    this.events = events;
    this.port = port;
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
    log.debug("{} handshakes with itself", edge.warmUp(warmUp));
    try {
      events.publishEvent(new Listening(edge.open().getPort()));
    } catch (BindException inUse) {
      throw new PortInUseException(port, inUse);
    }
    running = true;
    EdgeEngine engine = edge.engine();
    log.info(
        "TLS by {}, signatures by {}, post-quantum key exchange {}",
        engine.engine(),
        engine.signer(),
        engine.postQuantum() ? "on" : "off");
  }

  /** Before that, {@code /health/ready} says no already, and balancers have time to hear it. */
  @Override
  public void stop() {
    try {
      rest.during(notice);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    edge.stopListening();
    running = false;
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
