package eu.rempart.edge.abuse;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.Limit;
import eu.rempart.tls.gate.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A gate, and what watches who abuses it, on a database of its own. */
abstract class WithAbuse {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  final Addresses addresses = new Addresses();
  final HandClock clock = new HandClock();
  final GateLab lab = new GateLab(database, clock);
  final AbuseLab abuse = new AbuseLab(lab);

  @BeforeEach
  void empty() {
    GateLab.empty(database);
    lab.policies.reload();
  }

  void attack(Source source) {
    for (Detector detector : Detector.values()) {
      sign(source, detector.sign(), 3_000);
      second();
      clock.pass(Duration.ofSeconds(12));
    }
  }

  void sign(Source source, Sign sign, int times) {
    for (int i = 0; i < times; i++) {
      lab.sources.addresses().count(source.high(), source.low(), sign, clock.getAsLong());
      lab.sources.networks().count(source.high(), source.low(), sign, clock.getAsLong());
    }
  }

  void second() {
    abuse.watch.second(List.of());
  }

  Ban banOf(Source source, Step step) {
    return lab.bans.latest(100).stream()
        .filter(ban -> ban.network().contains(source.high(), source.low()) && ban.step() == step)
        .findFirst()
        .orElseThrow();
  }

  void answer(Limit limit, Answer answer) {
    lab.rules.set(limit, answer, database.member("ADMINISTRATOR"));
    lab.policies.reload();
  }
}
