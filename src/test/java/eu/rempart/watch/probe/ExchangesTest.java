package eu.rempart.watch.probe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.probe.ProbeLab.Answer;
import eu.rempart.watch.probe.ProbeLab.Hand;
import eu.rempart.watch.result.Figures;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Exchange.Asked;
import eu.rempart.watch.wire.Exchange.Found;
import eu.rempart.watch.wire.Exchange.Refused;
import eu.rempart.watch.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents deliver, and what whoever does harm is answered. */
class ExchangesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Zone BR = new Zone("BR");
  private static final Zone HK = new Zone("HK");

  private final ProbeLab lab = new ProbeLab(database);

  private long checks(Check check) {
    return lab.watch.known(check).all().checks();
  }

  @Test
  void anAgentIsGivenItsZonesWorkAndDelivers() {
    Check check = lab.watch.watch("mine", BR);
    lab.watch.watch("theirs", HK);
    Hand agent = lab.agent(BR);
    Answer answer = agent.deliver();
    assertThat(answer.done().checks()).extracting(Asked::id).contains(check.id().value());
    assertThat(answer.done().checks()).extracting(Asked::host).containsOnly("crm.example");
    assertThat(Json.write(answer.done()))
        .asString(StandardCharsets.UTF_8)
        .doesNotContain("theirs", "mine");
    agent.deliver(
        agent.found(check, lab.now(), true), agent.found(check, lab.now().plusMillis(1), false));
    assertThat(lab.watch.known(check).zones().values())
        .extracting(Figures::failed)
        .containsExactly(1L);
    assertThat(checks(check)).isEqualTo(2);
    assertThat(lab.known(agent).name()).isEqualTo("machine b");
    // who has the work already is not told again
    byte[] has =
        Json.write(
            new Exchange.Report(
                "BR", "1.0", lab.now().toEpochMilli(), answer.done().revision(), List.of()));
    assertThat(agent.send(agent.seal(), has).done().checks()).isNull();
  }

  @Test
  void resultsWhoseAnswerWasLostCountOnce() {
    Check check = lab.watch.watch("lost answer", BR);
    Hand agent = lab.agent(BR);
    Found one = agent.found(check, lab.now(), true);
    Found two = agent.found(check, lab.now().plusMillis(5), true);
    agent.deliver(one);
    assertThat(agent.deliver(one, two).done().taken()).isEqualTo(2);
    assertThat(agent.deliver(one, two).done().taken()).isEqualTo(2);
    assertThat(checks(check)).isEqualTo(2);
  }

  @Test
  void whatWasDroppedIsCounted() {
    Check check = lab.watch.watch("dropped", BR);
    Hand agent = lab.agent(BR);
    agent.deliver(agent.found(check, lab.now(), true));
    agent.number += 40;
    agent.deliver(agent.found(check, lab.now().plusMillis(5), true));
    assertThat(lab.known(agent).conduct().lost()).isEqualTo(40);
    assertThat(checks(check)).isEqualTo(2);
  }

  @Test
  void anAgentThatStartsAnewGoesOn() {
    Hand agent = lab.agent(BR);
    for (int i = 0; i < 20; i++) {
      agent.boot = UUID.randomUUID();
      agent.sequence += 1_000;
      lab.watch.clock.pass(Duration.ofSeconds(10));
      assertThat(agent.deliver().status()).isEqualTo(200);
      lab.watch.clock.pass(Duration.ofSeconds(10));
      assertThat(agent.deliver().status()).isEqualTo(200);
    }
  }

  /** Another node gave the agent what this one has not read yet. */
  @Test
  void whatWasChangedJustNowIsKnownAndAccusesNobody() {
    Hand agent = lab.agent(BR);
    agent.deliver();
    lab.watch.clock.pass(Duration.ofSeconds(2));
    Check made = lab.watch.watch("made just now", BR);
    assertThat(agent.deliver(agent.found(made, lab.now(), true)).done().refused()).isEmpty();
    assertThat(checks(made)).isEqualTo(1);
    Check theirs = lab.watch.watch("another zone's by now", HK);
    lab.watch.clock.pass(Duration.ofSeconds(2));
    assertThat(agent.deliver(agent.found(theirs, lab.now(), true)).done().refused())
        .containsExactly(new Refused(2, "not-its-own"));
    assertThat(lab.known(agent).conduct().trouble()).isNull();
    lab.watch.clock.pass(Duration.ofMinutes(2));
    agent.deliver(agent.found(theirs, lab.now(), true));
    assertThat(lab.known(agent).conduct().trouble()).isEqualTo("not-its-own");
  }

  @Test
  void twoRequestsThatBringTheSameCountOnce() {
    Hand agent = lab.agent(BR);
    Agent before = lab.known(agent);
    Instant now = lab.now();
    List<Refused> refused = List.of(new Refused(8, "absurd"));
    Delivery first = new Delivery(8, 7, refused, null, null, 0, 0);
    Delivery slower = new Delivery(8, 7, refused, now, now, 0, 0);
    lab.agents.delivered(before, first, "1", Duration.ZERO);
    lab.agents.delivered(before, slower, "1", Duration.ZERO);
    assertThat(lab.known(agent).conduct().lost()).isEqualTo(7);
    assertThat(lab.known(agent).conduct().refused()).isEqualTo(1);
    assertThat(lab.known(agent).contact().behindFrom()).isNull();
  }
}
