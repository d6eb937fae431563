package eu.rempart.watch.probe;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.common.CountryCode;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.home.HomeFolder;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceSource;
import eu.rempart.tls.ServerTls;
import eu.rempart.watch.place.Places;
import eu.rempart.watch.result.ZoneDesk;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What agents deal with, as Spring beans. */
@Configuration(proxyBeanMethods = false)
class ProbeConfiguration {

  private static final int HTTPS = 443;

  @Bean
  HomeKey homeKey(HomeFolder home, HomeKeyRepository keys) {
    return HomeKey.in(home, keys::agree);
  }

  @Bean
  PlaceSource probePlaces(AgentRepository agents) {
    return () ->
        agents.current().stream()
            .map(
                agent ->
                    DataPlace.ofScreen(
                        PlaceKind.PROBE,
                        agent.name(),
                        agent.zone().country().map(CountryCode::value).orElse(null)))
            .toList();
  }

  @Bean
  KnownAgents knownAgents(AgentRepository agents) {
    return new KnownAgents(agents::all, System::nanoTime);
  }

  @Bean
  Exchanges probeExchanges(
      HomeKey home,
      KnownAgents known,
      AgentRepository agents,
      ZoneDesk desk,
      LedgerQueries ledger,
      PlatformTransactionManager manager,
      ApplicationEventPublisher events) {
    WorkLists work = new WorkLists(desk::work, desk::times, System::nanoTime);
    return new Exchanges(
        home,
        known,
        agents,
        work,
        new Deliveries(agents, work, desk),
        ledger,
        new TransactionTemplate(manager),
        events,
        InstantSource.system());
  }

  @Bean
  Admissions probeAdmissions(
      HomeKey home,
      KnownAgents known,
      AgentRepository agents,
      CodeRepository codes,
      LedgerQueries ledger,
      Writes writes,
      ServerTls tls) {
    return new Admissions(
        home,
        known,
        agents,
        codes,
        ledger,
        writes,
        tls::caCertificate,
        new Attempts(System::nanoTime),
        InstantSource.system());
  }

  @Bean
  SilenceWatch silenceWatch(
      AgentRepository agents,
      PlatformTransactionManager manager,
      ApplicationEventPublisher events) {
    return new SilenceWatch(
        agents, new TransactionTemplate(manager), events, InstantSource.system());
  }

  @Bean
  ProbeService probeService(
      AgentRepository agents,
      CodeRepository codes,
      Places places,
      HomeKey home,
      @Value("${rempart.mail.site:}") String site,
      @Value("${rempart.tls.host-names:}") List<String> hostNames,
      @Value("${server.port}") int port,
      LedgerQueries ledger,
      Writes writes,
      Rights rights,
      CurrentMember current) {
    return new ProbeService(
        agents,
        codes,
        places,
        home,
        address(site, hostNames, port),
        ledger,
        writes,
        rights,
        current,
        InstantSource.system());
  }

  /** At which agents reach the installation, as far as anybody said. */
  static String address(String site, List<String> hostNames, int port) {
    if (!site.isBlank()) {
      String given = site.strip();
      return given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
    }
    String host =
        hostNames.stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty() && !name.contains("*"))
            .findFirst()
            .orElse("localhost");
    String written = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == HTTPS ? "https://" + written : "https://" + written + ":" + port;
  }
}
