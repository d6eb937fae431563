package eu.rempart.mail;

import eu.rempart.vault.event.SecurityEvents;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

  @Bean(destroyMethod = "close")
  Postman postman(
      MailSettings settings,
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
            settings.enabled() ? Optional.of(new MailServer(settings)) : Optional.empty(),
            recipients,
            letters.orderedStream().toList(),
            site(settings, hostNames, port),
            events,
            publisher,
            InstantSource.system()));
  }

  @Bean
  Outbox outbox(OrderRepository repository, MailSettings settings, Postman postman) {
    return new Outbox(repository, settings, postman);
  }

  @Bean
  Courier courier(MailSettings settings) {
    return new Courier(settings);
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
