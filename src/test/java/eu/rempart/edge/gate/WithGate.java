package eu.rempart.edge.gate;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Source;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A gate with rules of an administrator, addresses of every country, and a clock set by hand. */
abstract class WithGate {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  protected final Addresses addresses = new Addresses();
  protected final HandClock clock = new HandClock();
  protected final GateLab lab = new GateLab(database, clock);
  protected UUID admin = UUID.randomUUID();

  @BeforeEach
  void empty() {
    GateLab.empty(database);
    admin = database.member("ADMINISTRATOR");
    lab.policies.reload();
  }

  protected void rule(
      String target,
      Treatment treatment,
      int factor,
      @org.jspecify.annotations.Nullable Instant expires) {
    lab.rules.save(
        CountryRule.of(RuleTarget.of(target), treatment, factor, "a reason", expires), admin);
    lab.policies.reload();
  }

  protected Map<Object, Integer> verdicts(Source source, int times) {
    Map<Object, Integer> verdicts = new java.util.HashMap<>();
    for (int i = 0; i < times; i++) {
      verdicts.merge(lab.admit(source), 1, Integer::sum);
    }
    return verdicts;
  }
}
