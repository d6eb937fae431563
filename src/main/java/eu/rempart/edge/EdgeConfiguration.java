package eu.rempart.edge;

import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.request.MalformedRequests;
import eu.rempart.edge.ticket.SharedTickets;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficRecorder;
import eu.rempart.home.HomeFolder;
import eu.rempart.tls.ServerTls;
import eu.rempart.tls.gate.ConnectionGate;
import eu.rempart.tls.gate.EdgeListener;
import eu.rempart.tls.serve.Backend;
import eu.rempart.tls.serve.EdgeServer;
import eu.rempart.tls.serve.EdgeSettings;
import java.net.InetSocketAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The edge inside the application's own process, with Jetty behind it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EdgeProperties.class)
class EdgeConfiguration {

  @Bean
  EdgeSocket edgeSocket(HomeFolder home) {
    return EdgeSocket.in(home);
  }

  @Bean
  WebServerFactoryCustomizer<JettyServletWebServerFactory> jettyBehindEdge(
      EdgeSocket socket, ObjectProvider<TrafficRecorder> recorder) {
    OpenJar.hold(EdgeConfiguration.class.getProtectionDomain().getCodeSource().getLocation());
    var malformed =
        new MalformedRequests(
            source ->
                recorder.ifAvailable(
                    it -> it.request(source.high(), source.low(), Measure.REQUEST_MALFORMED)));
    return factory -> factory.addServerCustomizers(new JettyBehindEdge(socket.path(), malformed));
  }

  @Bean
  EdgeServer edgeServer(
      ServerTls tls,
      EdgeSocket socket,
      ObjectProvider<ConnectionGate> gate,
      ObjectProvider<EdgeListener> listener,
      ObjectProvider<SharedTickets> tickets,
      ObjectProvider<Policies> policies,
      EdgeProperties properties,
      @Value("${server.port}") int port) {
    OpenGate open = new OpenGate();
    EdgeServer server =
        new EdgeServer(
            EdgeSettings.on(new InetSocketAddress(port))
                .withBalancers(properties.balancerPrefixes())
                .withHostNames(properties.lowerCaseHostNames()),
            tls,
            Backend.unixSocket(socket.path()),
            gate.getIfAvailable(() -> open),
            listener.getIfAvailable(() -> open));
    tickets.ifAvailable(shared -> shared.use(server::useTickets));
    policies.ifAvailable(it -> it.onChange(server::review));
    return server;
  }

  @Bean
  EdgeLifecycle edgeLifecycle(
      EdgeServer edge,
      ApplicationEventPublisher events,
      EdgeProperties properties,
      @Value("${server.port}") int port) {
    return new EdgeLifecycle(edge, events, port, properties.warmUp(), properties.notice());
  }
}
