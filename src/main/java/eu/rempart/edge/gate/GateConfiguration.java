package eu.rempart.edge.gate;

import eu.rempart.account.place.StricterPlaces;
import eu.rempart.db.NoticeListener;
import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.Rules;
import eu.rempart.edge.ticket.SharedTickets;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Gates 1 and 2 as Spring beans. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {

  @Bean
  Sources sources() {
    return Sources.usual();
  }

  @Bean
  Policies policies(
      Rules rules,
      Bans bans,
      KnownSourceRepository known,
      PlatformTransactionManager transactions) {
    var policies =
        new Policies(rules, bans, known, transactions, InstantSource.system(), System::nanoTime);
    // in force before the first connection comes
    policies.reload();
    return policies;
  }

  @Bean
  SourceGate sourceGate(Places places, Policies policies, Sources sources) {
    return new SourceGate(places, policies::current, sources, System::nanoTime);
  }

  @Bean
  PolicyPreview policyPreview(Bans bans, Places places) {
    return new PolicyPreview(bans, places, InstantSource.system());
  }

  @Bean
  StricterPlaces stricterPlaces(Places places, Policies policies) {
    return new RulePlaces(places, policies::current, System::nanoTime);
  }

  @Bean
  SignInWatch signInWatch(KnownSourceRepository known, Places places) {
    return new SignInWatch(known, places, InstantSource.system());
  }

  @Bean
  NoticeListener edgeNotices(DataSource database, Policies policies, SharedTickets tickets) {
    return listening(
        database,
        () -> {
          policies.reload();
          tickets.refresh();
        });
  }

  /** Whatever changed, and after every break: everything is read anew, which is little. */
  static NoticeListener listening(DataSource database, Runnable reload) {
    return new NoticeListener(database, "rempart_edge", reload, table -> reload.run());
  }
}
