package eu.rempart.watch.probe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.OutageBegan;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.probe.ProbeLab.Hand;
import eu.rempart.watch.wire.Exchange.Found;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Agents that lie or fall silent. */
class AgentTroubleTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Zone FR = new Zone("FR");
  private static final Zone BR = new Zone("BR");
  private static final Zone HK = new Zone("HK");

  private final ProbeLab lab = new ProbeLab(database);

  @Test
  void aZoneThatLiesDecidesNothingAndIsShown() {
    Check check = lab.watch.watch("liar", FR, BR, HK);
    List<Hand> agents = List.of(lab.agent(FR), lab.agent(BR), lab.agent(HK));
    for (int i = 0; i < 15; i++) {
      lab.watch.clock.pass(Duration.ofMinutes(1));
      for (Hand agent : agents) {
        agent.deliver(agent.found(check, lab.now(), !agent.zone.equals(BR)));
      }
    }
    assertThat(lab.watch.known(check).stage()).isEqualTo(Stage.UP);
    assertThat(lab.watch.known(check).troubled()).containsExactly(BR);
    assertThat(lab.known(agents.get(1)).conduct().unreliable()).isTrue();
    assertThat(lab.known(agents.get(1)).conduct().contrary()).isGreaterThan(80);
    assertThat(lab.known(agents.get(0)).conduct().unreliable()).isFalse();
    // the reverse: it says that all is well while nobody else does
    for (int i = 0; i < 15; i++) {
      lab.watch.clock.pass(Duration.ofMinutes(1));
      for (Hand agent : agents) {
        agent.deliver(agent.found(check, lab.now(), agent.zone.equals(FR)));
      }
    }
    assertThat(lab.watch.known(check).stage()).isEqualTo(Stage.DOWN);
    assertThat(lab.watch.events)
        .anySatisfy(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        OutageBegan.class,
                        began -> {
                          assertThat(began.zones()).containsExactly(BR, HK);
                          assertThat(began.failure()).isEqualTo(Failure.STATUS);
                        }));
    assertThat(lab.known(agents.get(0)).conduct().unreliable()).isTrue();
    assertThat(lab.known(agents.get(2)).conduct().unreliable()).isFalse();
  }

  /** While the database was away nobody could be heard; that is not the agents' silence. */
  @Test
  void afterTheDatabaseWasAwayAgentsAreGivenTimeToCome() {
    Hand comes = lab.agent(BR);
    Hand stays = lab.agent(FR);
    comes.deliver();
    stays.deliver();
    lab.silence.look();
    lab.watch.clock.pass(Duration.ofMinutes(5));
    lab.silence.look();
    assertThat(lab.events).isEmpty();
    for (int i = 0; i < 10; i++) {
      lab.watch.clock.pass(Duration.ofSeconds(10));
      comes.deliver();
      lab.silence.look();
    }
    assertThat(lab.events)
        .singleElement()
        .isInstanceOfSatisfying(
            AgentSilent.class, silent -> assertThat(silent.zone()).isEqualTo(FR));
  }

  /** It was off: nobody could be heard, and agents that wait for it come within a minute. */
  @Test
  void afterTheServerWasAwayAgentsAreGivenTimeToCome() {
    Hand agent = lab.agent(BR);
    agent.deliver();
    lab.watch.clock.pass(Duration.ofHours(1));
    SilenceWatch started = lab.started();
    started.look();
    assertThat(silences(agent)).isZero();
    lab.watch.clock.pass(Duration.ofSeconds(20));
    agent.deliver();
    for (int i = 0; i < 12; i++) {
      started.look();
      lab.watch.clock.pass(Duration.ofSeconds(10));
    }
    assertThat(silences(agent)).isEqualTo(1);
  }

  /** Whoever was heard in two hours by a wrong clock was heard now. */
  @Test
  void aClockThatIsSetBackHidesNoSilence() {
    Hand agent = lab.agent(BR);
    agent.deliver();
    lab.silence.look();
    lab.watch.clock.set(lab.now().minus(Duration.ofHours(2)));
    for (int i = 0; i < 30; i++) {
      lab.silence.look();
      lab.watch.clock.pass(Duration.ofSeconds(10));
    }
    assertThat(silences(agent)).isEqualTo(1);
  }

  /** As those are that are made at the first start. */
  @Test
  void whatIsFoundOfACheckThatWasMadeByAWrongClockIsTaken() {
    Check check = lab.watch.watch("made ahead", BR);
    Hand agent = lab.agent(BR);
    lab.watch.clock.set(lab.now().minus(Duration.ofHours(2)));
    lab.watch.clock.pass(Duration.ofMinutes(1));
    assertThat(agent.deliver(agent.found(check, lab.now(), true)).done().refused()).isEmpty();
    assertThat(lab.watch.known(check).all().checks()).isEqualTo(1);
  }

  /** It was late by a clock that was ahead, and waits no longer than it would by the right one. */
  @Test
  void whoWaitsForOthersSinceAMomentToComeWaitsNoLonger() {
    Check check = lab.watch.watch("late ahead", FR, BR);
    Hand waits = lab.agent(FR);
    Hand other = lab.agent(BR);
    waits.deliver();
    other.deliver();
    Found kept = waits.found(check, lab.now(), true);
    lab.watch.clock.set(lab.now().plus(Duration.ofHours(2)));
    assertThat(waits.deliver(kept).done().taken()).isZero();
    lab.watch.clock.set(lab.now().minus(Duration.ofHours(2)));
    long taken = 0;
    for (int i = 0; i < 6 && taken == 0; i++) {
      lab.watch.clock.pass(Duration.ofSeconds(30));
      other.deliver();
      taken = waits.deliver(kept).done().taken();
    }
    assertThat(taken).isEqualTo(kept.n());
  }

  private long silences(Hand agent) {
    return lab.events.stream()
        .filter(event -> event instanceof AgentSilent silent && silent.agent().equals(agent.id))
        .count();
  }

  @Test
  void anAgentThatFallsSilentIsToldOnceAndSoIsItsReturn() {
    Hand agent = lab.agent(BR);
    agent.deliver();
    for (int i = 0; i < 4; i++) {
      lab.watch.clock.pass(Duration.ofSeconds(20));
      lab.silence.look();
    }
    assertThat(lab.events).isEmpty();
    assertThat(lab.silence.troubled()).isEmpty();
    lab.watch.clock.pass(Duration.ofSeconds(20));
    lab.silence.look();
    lab.silence.look();
    assertThat(lab.silence.troubled()).extracting(Agent::id).contains(agent.id);
    assertThat(lab.events)
        .singleElement()
        .isInstanceOfSatisfying(
            AgentSilent.class, silent -> assertThat(silent.zone()).isEqualTo(BR));
    lab.watch.clock.pass(Duration.ofSeconds(20));
    agent.deliver();
    assertThat(lab.events).hasSize(2).last().isInstanceOf(AgentHeard.class);
    lab.silence.look();
    assertThat(lab.events).hasSize(2);
  }
}
