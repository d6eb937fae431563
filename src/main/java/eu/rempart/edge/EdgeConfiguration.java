package eu.rempart.edge;

import eu.rempart.home.HomeFolder;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.EdgeSettings;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The edge inside the application's own process, with Jetty behind it. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

  @Bean
  EdgeSocket edgeSocket(HomeFolder home) {
    return EdgeSocket.in(home);
  }

  @Bean
  WebServerFactoryCustomizer<JettyServletWebServerFactory> jettyBehindEdge(EdgeSocket socket) {
    return factory -> factory.addServerCustomizers(new JettyBehindEdge(socket.path()));
  }

  @Bean
  EdgeServer edgeServer(
      ServerTls tls,
      EdgeSocket socket,
      ObjectProvider<ConnectionGate> gate,
      ObjectProvider<EdgeListener> listener,
      @Value("${server.port}") int port) {
    OpenGate open = new OpenGate();
    return new EdgeServer(
        EdgeSettings.on(new InetSocketAddress(port)),
        tls,
        Backend.unixSocket(socket.path()),
        gate.getIfAvailable(() -> open),
        listener.getIfAvailable(() -> open));
  }

  @Bean
  EdgeLifecycle edgeLifecycle(
      EdgeServer edge,
      ApplicationEventPublisher events,
      @Value("${server.port}") int port,
      @Value("${rempart.edge.warm-up:1s}") Duration warmUp) {
    return new EdgeLifecycle(edge, events, port, warmUp);
  }
}
