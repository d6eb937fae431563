package eu.rempart.edge.gate;

import eu.rempart.db.NoticeListener;
import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.Rules;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gates 1 and 2 as Spring beans. */
@Configuration(proxyBeanMethods = false)
class GateConfiguration {

  @Bean
  Sources sources() {
    return Sources.usual();
  }

  @Bean
  Policies policies(Rules rules, Bans bans, KnownSourceRepository known) {
    var policies = new Policies(rules, bans, known, InstantSource.system(), System::nanoTime);
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
  SignInWatch signInWatch(KnownSourceRepository known, Places places) {
    return new SignInWatch(known, places, InstantSource.system());
  }

  @Bean
  NoticeListener edgeNotices(DataSource database, Policies policies) {
    return listening(database, policies);
  }

  /** Whatever changed, and after every break: everything is read anew, which is little. */
  static NoticeListener listening(DataSource database, Policies policies) {
    return new NoticeListener(
        database, "rempart_edge", policies::reload, table -> policies.reload());
  }
}
