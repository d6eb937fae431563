package eu.rempart.edge.node;

import eu.rempart.db.DatabaseAnswers;
import eu.rempart.db.DatabaseMoves;
import eu.rempart.edge.NodeDoor;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.ticket.SharedTickets;
import eu.rempart.edge.traffic.EdgeReports;
import eu.rempart.home.HomeFolder;
import eu.rempart.home.InfoFile;
import eu.rempart.tls.RevocationCheck;
import eu.rempart.tls.link.NodeListener;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The door for edges on other machines; there is none unless {@code rempart.edge.listen} is set.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("rempart.edge.listen")
class NodeConfiguration {

  @Bean(destroyMethod = "close")
  NodeListener nodeListener(
      NodeDoor door,
      HomeFolder home,
      Policies policies,
      SharedTickets tickets,
      EdgeReports reports,
      @Value("${rempart.edge.listen}") String address) {
    NodeListener listener =
        new NodeListener(
            ListenAddress.parse(address),
            door.tls(),
            RevocationCheck.ofMachines(home.path()),
            door.backend(),
            reports::take);
    policies.onChange(() -> listener.publishRules(policies.told()));
    listener.publishRules(policies.told());
    tickets.use(listener::publishTickets);
    return listener;
  }

  @Bean
  EdgesLifecycle edgesLifecycle(
      NodeListener listener,
      ApplicationAvailability availability,
      DatabaseAnswers database,
      DatabaseMoves moves,
      InfoFile info,
      @Value("${rempart.edge.listen}") String address) {
    return new EdgesLifecycle(
        listener, ListenAddress.parse(address), availability, database, moves, info);
  }
}
