package eu.rempart.edge.admin;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.gate.PolicyPreviews;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.edge.traffic.TrafficLab;
import eu.rempart.tls.gate.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator of the edge, a gate to try it on, and the traffic that came through it. */
abstract class AdministrationCase {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  final Addresses addresses = new Addresses();
  final HandClock clock = new HandClock();
  final GateLab lab = new GateLab(database, clock);
  final TrafficLab traffic = new TrafficLab(database, lab);
  private final CurrentMember current = new CurrentMember();
  final List<ProofPurpose> asked = new ArrayList<>();
  final UUID admin = database().member("ADMINISTRATOR");

  /** Whether whoever changes rules has a second factor. */
  boolean secondFactor;

  final EdgeAdministration administration =
      new EdgeAdministration(
          lab.rules,
          lab.bans,
          Addresses.PLACES,
          lab.policies,
          new LedgerQueries(database.app()),
          new Previews(traffic.archive, lab.rules, PolicyPreviews.of(lab)),
          new Door(lab.rules, PolicyPreviews.of(lab), () -> secondFactor),
          database.writes(admin),
          new Rights(current),
          purpose -> asked.add(purpose),
          current,
          Optional::empty);
  final Source mine = addresses.ipv4("FR");
  final String myAddress = mine.address().getHostAddress();

  private static TestDatabase database() {
    return database;
  }

  @BeforeEach
  void empty() {
    GateLab.empty(database);
    database.owner().execute("DELETE FROM edge_traffic");
    database.owner().execute("DELETE FROM edge_source");
    lab.policies.reload();
  }

  <T> T as(Role role, Callable<T> work) throws Exception {
    return current.callAs(new SignedInMember(admin, role, UUID.randomUUID(), null), work);
  }

  static CountryRule rule(String target, Treatment treatment) {
    return CountryRule.of(RuleTarget.of(target), treatment, 1, "as said", null);
  }
}
