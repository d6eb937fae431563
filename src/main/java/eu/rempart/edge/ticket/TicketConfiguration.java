package eu.rempart.edge.ticket;

import eu.rempart.home.HomeFolder;
import eu.rempart.vault.operating.TicketSeal;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class TicketConfiguration {

  @Bean
  SharedTickets sharedTickets(
      TicketKeyRepository repository, HomeFolder home, PlatformTransactionManager transactions) {
    var tickets =
        new SharedTickets(repository, TicketSeal.in(home), transactions, InstantSource.system());
    // in use before the first connection comes
    tickets.refresh();
    return tickets;
  }
}
