package eu.rempart.mail;

import eu.rempart.kernel.place.Outgoing;
import eu.rempart.kernel.place.SettingPlaces;
import eu.rempart.mail.relay.MailRelays;
import eu.rempart.vault.event.SecurityEvents;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room mail as Spring beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

  @Bean
  OrderRepository orderRepository(DSLContext dsl) {
    return new OrderRepository(dsl);
  }

  @Bean
  ChosenMailServer chosenMailServer(
      MailSettings settings, ObjectProvider<MailRelays> relays, Outgoing outgoing) {
    return new ChosenMailServer(settings, relays.getIfAvailable(() -> MailRelays.NONE), outgoing);
  }

  @Bean
  SettingPlaces placeOfTheMailServer(MailSettings settings) {
    return () -> settings.enabled() ? List.of(settings.place()) : List.of();
  }

  @Bean(destroyMethod = "close")
  Postman postman(
      MailSettings settings,
      ChosenMailServer server,
      OrderRepository repository,
      Recipients recipients,
      ObjectProvider<Letter> letters,
      SecurityEvents events,
      ApplicationEventPublisher publisher,
      @Value("${rempart.tls.host-names:}") List<String> hostNames,
      @Value("${server.port}") int port) {
    return new Postman(
        new Postman.Means(
            repository,
            server::patient,
            recipients,
            letters.orderedStream().toList(),
            site(settings, hostNames, port),
            events,
            publisher,
            InstantSource.system()));
  }

  @Bean
  Outbox outbox(OrderRepository repository, ChosenMailServer server, Postman postman) {
    return new Outbox(repository, server, postman);
  }

  @Bean
  Courier courier(ChosenMailServer server) {
    return new Courier(server);
  }

  /** From the settings alone: what a request says of its host is not to be believed. */
  static String site(MailSettings settings, List<String> hostNames, int port) {
    var site = settings.site();
    if (site != null && !site.isBlank()) {
      return site.replaceAll("/+$", "");
    }
    var host = hostNames.stream().map(String::strip).filter(name -> !name.isEmpty()).findFirst();
    return "https://" + host.orElse("localhost") + (port == 443 ? "" : ":" + port);
  }
}
