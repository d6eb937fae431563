package eu.rempart.edge.admin;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.account.second.SecondFactorService;
import eu.rempart.common.proof.FreshProof;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.gate.Policies;
import eu.rempart.edge.gate.PolicyPreview;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.Rules;
import eu.rempart.edge.traffic.TrafficArchive;
import eu.rempart.tls.serve.EdgeServer;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdminConfiguration {

  @Bean
  EdgeAdministration edgeAdministration(
      Rules rules,
      Bans bans,
      Places places,
      Policies policies,
      LedgerQueries ledger,
      TrafficArchive archive,
      PolicyPreview preview,
      Writes writes,
      Rights rights,
      FreshProof proof,
      CurrentMember current,
      SecondFactorService second,
      ObjectProvider<EdgeServer> servers) {
    return new EdgeAdministration(
        rules,
        bans,
        places,
        policies,
        ledger,
        new Previews(archive, rules, preview),
        new Door(rules, preview, second::hasOwn),
        writes,
        rights,
        proof,
        current,
        () -> Optional.ofNullable(servers.getIfAvailable()).map(EdgeServer::engine));
  }

  @Bean
  RuleLedger ruleLedger(RuleLedgerQueries ledger, Rights rights) {
    return new RuleLedger(ledger, rights);
  }
}
