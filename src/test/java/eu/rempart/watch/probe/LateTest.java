package eu.rempart.watch.probe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.OutageBegan;
import eu.rempart.watch.check.OutageEnded;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.probe.ProbeLab.Answer;
import eu.rempart.watch.probe.ProbeLab.Hand;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Exchange.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What agents kept while home was away, and bring when it is back. */
class LateTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final int MINUTES = 40;
  private static final int TICK = 100;

  private final ProbeLab lab = new ProbeLab(database);
  private final Map<Hand, Deque<Found>> kept = new LinkedHashMap<>();

  private void round(Check check, boolean ok) {
    lab.watch.clock.pass(Duration.ofMinutes(1));
    kept.forEach((agent, waiting) -> waiting.add(agent.found(check, lab.now(), ok)));
  }

  /** One agent comes; answers whether it has more. */
  private boolean come(Hand agent) {
    Deque<Found> waiting = Objects.requireNonNull(kept.get(agent));
    Found[] first = waiting.stream().limit(Exchange.MOST_RESULTS).toArray(Found[]::new);
    Answer answer = agent.deliver(first);
    assertThat(answer.status()).isEqualTo(200);
    waiting.removeIf(each -> each.n() <= answer.done().taken());
    return !waiting.isEmpty();
  }

  @Test
  void anOutageThatAllSawWhileHomeWasAwayIsOneAndOfThatTime() {
    Zone[] zones = Zone.USUAL.toArray(Zone[]::new);
    Check check = lab.watch.watch("home", zones);
    for (Zone zone : zones) {
      kept.put(lab.agent(zone), new ArrayDeque<>());
    }
    round(check, true);
    kept.keySet().forEach(this::come);
    assertThat(lab.watch.known(check).stage()).isEqualTo(Stage.UP);

    Instant cut = lab.now();
    for (int i = 0; i < MINUTES; i++) {
      round(check, false);
    }
    Instant mended = lab.now();
    for (int i = 0; i < 5; i++) {
      round(check, true);
    }
    // the one after the other, as back-off has it
    int turns = 0;
    boolean more = true;
    while (more) {
      assertThat(++turns).isLessThan(400);
      more = false;
      for (Hand agent : kept.keySet()) {
        lab.watch.clock.pass(Duration.ofMillis(300));
        more |= come(agent);
      }
    }

    assertThat(lab.watch.known(check).stage()).isEqualTo(Stage.UP);
    assertThat(lab.watch.known(check).outages()).isEqualTo(1);
    assertThat(lab.watch.known(check).all().checks()).isEqualTo(9L * (1 + MINUTES + 5));
    assertThat(lab.watch.known(check).all().failed()).isEqualTo(9L * MINUTES);
    List<Object> told = lab.watch.events;
    assertThat(told).hasSize(2);
    assertThat(((OutageBegan) told.getFirst()).at())
        .isBetween(cut, cut.plus(Duration.ofMinutes(3)));
    assertThat(((OutageEnded) told.getLast()).at())
        .isBetween(mended, mended.plus(Duration.ofMinutes(3)));
    assertThat(kept.keySet()).allMatch(agent -> lab.known(agent).contact().behindFrom() == null);
  }

  /** Each brings a good result with the bad ones: the first are well before the last are heard. */
  @Test
  void aShortOutageIsOneTooWhoeverComesFirst() {
    Zone[] zones = Zone.USUAL.toArray(Zone[]::new);
    Check check = lab.watch.watch("short", zones);
    for (Zone zone : zones) {
      kept.put(lab.agent(zone), new ArrayDeque<>());
    }
    tenSeconds(check, true);
    kept.keySet().forEach(this::come);
    for (int i = 0; i < 3; i++) {
      tenSeconds(check, false);
    }
    for (int i = 0; i < 12; i++) {
      tenSeconds(check, true);
      kept.keySet().forEach(this::come);
    }
    assertThat(kept.values()).allMatch(Deque::isEmpty);
    assertThat(lab.watch.known(check).stage()).isEqualTo(Stage.UP);
    assertThat(lab.watch.known(check).outages()).isEqualTo(1);
  }

  /**
   * Requests fail by chance, so some come back long after others, who have found meanwhile that all
   * is well again: they must not say so before the last are heard.
   */
  @RepeatedTest(4)
  void aShortOutageIsOneHoweverLongEachTakesToComeBack(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Zone[] zones = Zone.USUAL.toArray(Zone[]::new);
    Check check = lab.watch.watch("chance", zones);
    Map<Hand, Integer> visits = new LinkedHashMap<>();
    for (Zone zone : zones) {
      Hand agent = lab.agent(zone);
      kept.put(agent, new ArrayDeque<>());
      visits.put(agent, random.nextInt(10_000) - 20_000);
    }
    int outage = 35_000;
    for (int now = -20_000; now < 200_000; now += TICK) {
      lab.watch.clock.pass(Duration.ofMillis(TICK));
      int phase = 0;
      for (Hand agent : kept.keySet()) {
        phase += 1_100;
        if (Math.floorMod(now - phase, 10_000) == 0) {
          boolean well = now < 0 || now >= outage;
          Objects.requireNonNull(kept.get(agent)).add(agent.found(check, lab.now(), well));
        }
        if (now >= Objects.requireNonNull(visits.get(agent))) {
          boolean cut = now >= 0 && now < outage;
          // an answer may be lost, too, though home has taken all of it
          boolean lost = !cut && random.nextInt(8) == 0;
          boolean fails = cut || lost || random.nextInt(8) == 0;
          if (lost) {
            agent.deliver(Objects.requireNonNull(kept.get(agent)).toArray(Found[]::new));
          }
          visits.put(agent, now + (fails ? 2_000 + random.nextInt(8_000) : again(agent)));
        }
      }
    }
    assertThat(lab.watch.known(check).stage()).isEqualTo(Stage.UP);
    assertThat(lab.watch.known(check).outages()).isEqualTo(1);
  }

  /** One agent comes; answers after how many milliseconds it is to come again. */
  private int again(Hand agent) {
    Deque<Found> waiting = Objects.requireNonNull(kept.get(agent));
    Answer answer = agent.deliver(waiting.toArray(Found[]::new));
    waiting.removeIf(each -> each.n() <= answer.done().taken());
    return Math.toIntExact(answer.done().again());
  }

  private void tenSeconds(Check check, boolean ok) {
    for (Map.Entry<Hand, Deque<Found>> each : kept.entrySet()) {
      lab.watch.clock.pass(Duration.ofMillis(1_111));
      each.getValue().add(each.getKey().found(check, lab.now(), ok));
    }
  }

  /**
   * A liar has a result of ten days ago for ever, and would hold whoever has any of a minute ago.
   */
  @Test
  void oneThatStaysBehindHoldsNobodyForEver() {
    Zone[] zones = {new Zone("FR"), new Zone("BR")};
    Check check = lab.watch.watch("behind", zones);
    lab.watch.clock.pass(Duration.ofDays(31));
    Hand liar = lab.agent(zones[0]);
    Hand honest = lab.agent(zones[1]);
    kept.put(honest, new ArrayDeque<>());
    come(honest);
    liar.deliver();
    round(check, true);
    lab.watch.clock.pass(Duration.ofMinutes(1));
    Instant begun = lab.now();
    long again = 0;
    while (true) {
      Found old = liar.found(check, lab.now().minus(Duration.ofDays(30)), true);
      Found older = liar.found(check, lab.now().minus(Duration.ofDays(10)), true);
      liar.number--;
      liar.deliver(old, older);
      Answer answer = honest.deliver(kept.get(honest).toArray(Found[]::new));
      if (answer.done().taken() > 0) {
        break;
      }
      // nor does it ask without a pause for as long
      again = answer.done().again();
      assertThat(again).isGreaterThanOrEqualTo(2_000);
      assertThat(Duration.between(begun, lab.now())).isLessThan(Duration.ofMinutes(12));
      lab.watch.clock.pass(Duration.ofSeconds(30));
    }
    assertThat(again).isPositive();
    assertThat(lab.known(honest).contact().behindFrom()).isNull();
  }

  /** Else each failed request would cost a zone its say for as long as another's machine is off. */
  @Test
  void nobodyWaitsForOneThatWasAwayLongBefore() {
    Zone[] zones = {new Zone("FR"), new Zone("BR"), new Zone("HK")};
    Check check = lab.watch.watch("gone", zones);
    for (Zone zone : zones) {
      kept.put(lab.agent(zone), new ArrayDeque<>());
    }
    tenSeconds(check, true);
    kept.keySet().forEach(this::come);
    Hand gone = kept.keySet().iterator().next();
    kept.remove(gone);
    lab.watch.clock.pass(Duration.ofHours(1));
    tenSeconds(check, true);
    kept.keySet().forEach(this::come);
    // a request that timed out
    for (int i = 0; i < 12; i++) {
      tenSeconds(check, true);
    }
    int turns = 0;
    for (boolean more = true; more; turns++) {
      assertThat(turns).isLessThan(5);
      lab.watch.clock.pass(Duration.ofSeconds(2));
      more = false;
      for (Hand agent : kept.keySet()) {
        come(agent);
        more |= lab.known(agent).contact().behindFrom() != null;
      }
    }
    assertThat(kept.values()).allMatch(Deque::isEmpty);
  }

  @Test
  void whoWasCutOffAloneBringsItsOwnAndStopsNobody() {
    Zone[] zones = {new Zone("FR"), new Zone("BR"), new Zone("HK")};
    Check check = lab.watch.watch("alone", zones);
    for (Zone zone : zones) {
      kept.put(lab.agent(zone), new ArrayDeque<>());
    }
    Hand cut = kept.keySet().stream().filter(it -> it.zone.code().equals("BR")).toList().getFirst();
    for (int i = 0; i < 30; i++) {
      lab.watch.clock.pass(Duration.ofMinutes(1));
      kept.forEach((agent, waiting) -> waiting.add(agent.found(check, lab.now(), agent != cut)));
      kept.keySet().stream().filter(agent -> agent != cut).forEach(this::come);
    }
    int turns = 0;
    while (come(cut)) {
      assertThat(++turns).isLessThan(200);
      lab.watch.clock.pass(Duration.ofSeconds(1));
      kept.keySet().stream().filter(agent -> agent != cut).forEach(agent -> agent.deliver());
    }
    assertThat(lab.watch.known(check).all().checks()).isEqualTo(90);
    assertThat(lab.watch.known(check).all().failed()).isEqualTo(30);
    assertThat(lab.watch.known(check).outages()).isZero();
    assertThat(lab.watch.known(check).troubled()).containsExactly(cut.zone);
  }
}
