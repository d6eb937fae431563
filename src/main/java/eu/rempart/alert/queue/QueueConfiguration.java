package eu.rempart.alert.queue;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.alert.channel.Channels;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Queueing and sending, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

  /** Asked for when they are needed: channels that take answers know whom they give them to. */
  private static Channels of(ObjectProvider<Channels> channels) {
    return kind -> {
      Channels all = channels.getIfAvailable();
      return all == null ? Optional.empty() : all.of(kind);
    };
  }

  @Bean
  AddressBook reachBook(AddressRepository repository, ObjectProvider<Channels> channels) {
    return new AddressBook(repository, of(channels));
  }

  @Bean
  MessageQueue messageQueue(
      MessageRepository messages,
      AddressBook book,
      QueueScheduler scheduler,
      PlatformTransactionManager manager) {
    return new MessageQueue(
        messages, book, scheduler, new TransactionTemplate(manager), InstantSource.system());
  }

  @Bean
  Sender messageSender(
      MessageRepository messages,
      AddressBook book,
      DeliveryListener listener,
      PlatformTransactionManager manager,
      @Value("${rempart.mail.site:}") String site,
      @Value("${rempart.tls.host-names:}") List<String> hostNames,
      @Value("${server.port}") int port) {
    return new Sender(
        messages,
        book,
        listener,
        new TransactionTemplate(manager),
        InstantSource.system(),
        site(site, hostNames, port));
  }

  @Bean
  Returns messageReturns(
      MessageRepository messages,
      AddressBook book,
      Sender sender,
      QueueScheduler scheduler,
      PlatformTransactionManager manager) {
    return new Returns(
        messages,
        book,
        sender,
        scheduler,
        new TransactionTemplate(manager),
        InstantSource.system(),
        CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS));
  }

  /**
   * What is told of messages queues others: the sender and the rounds are asked for when it runs.
   */
  @Bean
  QueueScheduler queueScheduler(
      DataSource database, ObjectProvider<Sender> sender, ObjectProvider<Round> rounds) {
    return new QueueScheduler(
        new TransactionAwareDataSourceProxy(database),
        UUID.randomUUID().toString(),
        () -> rounds.orderedStream().toList(),
        id -> sender.getObject().attempt(id));
  }

  @Bean
  ClockWatch alertClockWatch(QueueScheduler scheduler, ClockQueries queries) {
    return new ClockWatch(scheduler::restart, queries, InstantSource.system(), System::nanoTime);
  }

  @Bean
  Sweep messageSweep(MessageRepository messages, QueueScheduler scheduler) {
    return new Sweep(messages, scheduler, InstantSource.system());
  }

  @Bean
  Claims addressClaims(
      AddressRepository addresses,
      MessageRepository messages,
      MessageQueue queue,
      PlatformTransactionManager manager) {
    return new Claims(
        addresses, messages, queue, new TransactionTemplate(manager), InstantSource.system());
  }

  @Bean
  AddressService addressService(
      AddressRepository repository,
      ObjectProvider<Channels> channels,
      MessageQueue queue,
      Claims claims,
      PlatformTransactionManager manager,
      Rights rights,
      CurrentMember current) {
    return new AddressService(
        repository, of(channels), queue, claims, new TransactionTemplate(manager), rights, current);
  }

  /**
   * From the settings alone, as for letters.
   *
   * @throws IllegalStateException if what is set is no address of a site, under which no link of
   *     any alarm could be made
   */
  static String site(String site, List<String> hostNames, int port) {
    if (!site.isBlank()) {
      return checked(site.strip().replaceAll("/+$", ""));
    }
    String host =
        hostNames.stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("localhost");
    return "https://" + host + (port == 443 ? "" : ":" + port);
  }

  private static String checked(String site) {
    try {
      URI address = new URI(site);
      if (Set.of("https", "http")
              .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
          && address.getHost() != null
          && address.getRawQuery() == null
          && address.getRawFragment() == null) {
        return site;
      }
    } catch (URISyntaxException e) {
      throw wrong(site, e);
    }
    throw wrong(site, null);
  }

  private static IllegalStateException wrong(String site, @Nullable Exception cause) {
    return new IllegalStateException(
        "rempart.mail.site is an address such as https://crm.example.org, got " + site, cause);
  }

  @Bean
  RoundsWatch alertRoundsWatch(RoundQueries queries, ObjectProvider<Round> rounds) {
    return new RoundsWatch(queries, () -> rounds.orderedStream().toList(), InstantSource.system());
  }
}
