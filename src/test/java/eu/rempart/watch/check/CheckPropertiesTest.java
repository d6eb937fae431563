package eu.rempart.watch.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for any results; each repetition has a seed of its own, the same in every run. */
class CheckPropertiesTest {

  private static final CheckId ID = new CheckId(new UUID(3, 4));
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private static final Map<Stage, Set<Stage>> WAYS =
      Map.of(
          Stage.UP, EnumSet.of(Stage.UP, Stage.SUSPECT),
          Stage.SUSPECT, EnumSet.of(Stage.SUSPECT, Stage.UP, Stage.DOWN),
          Stage.DOWN, EnumSet.of(Stage.DOWN, Stage.RECOVERING),
          Stage.RECOVERING, EnumSet.of(Stage.RECOVERING, Stage.DOWN, Stage.UP));

  private static Rules rules(Random random, int least) {
    List<Zone> zones =
        Stream.concat(Stream.of(Zone.HOME), Zone.USUAL.stream())
            .limit(1 + random.nextInt(9))
            .toList();
    return new Rules(
        least + random.nextInt(3),
        least + random.nextInt(3),
        1 + random.nextInt(zones.size()),
        zones,
        Duration.ofSeconds(30));
  }

  private static Result result(Random random, Rules rules, Instant at, double failing) {
    Zone zone = rules.zones().get(random.nextInt(rules.zones().size()));
    Failure failure = random.nextDouble() < failing ? Failure.UNREACHABLE : null;
    return new Result(ID, zone, at, failure, null, Timing.NONE);
  }

  @RepeatedTest(60)
  void stagesFollowOneAnotherInOrder(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Rules rules = rules(random, 2);
    CheckState state = CheckState.begin(START);
    Instant now = START;
    for (int i = 0; i < 2_000; i++) {
      now = now.plusSeconds(1 + random.nextInt(5));
      double failing = (i / 100) % 2 == 0 ? 0.1 : 0.8;
      CheckState next = state.after(result(random, rules, now, failing), rules);
      assertThat(WAYS.get(state.raw())).contains(next.raw());
      assertThat(WAYS.get(state.stage())).contains(next.stage());
      state = next;
    }
  }

  @RepeatedTest(60)
  void goingDownAlwaysHasTheAgreementOfEnoughZones(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Rules rules = rules(random, 1);
    CheckState state = CheckState.begin(START);
    Instant now = START;
    for (int i = 0; i < 2_000; i++) {
      now = now.plusSeconds(1 + random.nextInt(200));
      CheckState next = state.after(result(random, rules, now, random.nextDouble()), rules);
      if (next.raw() == Stage.DOWN && !state.raw().outage()) {
        assertThat(next.bad(rules, now)).hasSizeGreaterThanOrEqualTo(rules.quorum());
      }
      assertThat(next.stage().outage() || next.bad(rules, now).equals(next.troubled(rules, now)))
          .isTrue();
      assertThat(next.since()).isBetween(state.since(), now);
      state = next;
    }
  }

  @RepeatedTest(40)
  void fewerZonesThanMustAgreeNeverMakeAnOutage(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    List<Zone> zones = Zone.USUAL;
    Rules rules = new Rules(1, 1, 3, zones, Duration.ofSeconds(30));
    Set<Zone> cut = Set.of(zones.get(random.nextInt(4)), zones.get(4 + random.nextInt(5)));
    CheckState state = CheckState.begin(START);
    for (int i = 1; i < 500; i++) {
      Zone zone = zones.get(random.nextInt(zones.size()));
      Failure failure = cut.contains(zone) && random.nextInt(4) > 0 ? Failure.UNREACHABLE : null;
      state =
          state.after(
              new Result(ID, zone, START.plusSeconds(i), failure, null, Timing.NONE), rules);
      assertThat(state.stage()).isEqualTo(Stage.UP);
      assertThat(cut).containsAll(state.troubled(rules, START.plusSeconds(i)));
    }
  }

  /** Zones fall silent and come back; whatever all that are heard see leads to something said. */
  @RepeatedTest(60)
  void whatAllSeeIsAnOutageOrCannotBeJudged(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Rules rules = rules(random, 1);
    CheckState state = CheckState.begin(START);
    Instant now = START;
    List<Zone> heard = rules.zones();
    for (int i = 0; i < 2_000; i++) {
      if (i % 100 == 0) {
        heard = rules.zones().stream().filter(_ -> random.nextBoolean()).toList();
      }
      now = now.plusSeconds(1 + random.nextInt(20));
      Result result = result(random, rules, now, (i / 50) % 2 == 0 ? 0.2 : 0.95);
      if (!heard.contains(result.zone())) {
        continue;
      }
      CheckState next = state.after(result, rules);
      List<Zone> silent = next.silent(rules, now);
      boolean blind = rules.blindWithout(silent);
      Map<Zone, ZoneView> views = next.zones();
      boolean allBad =
          rules.zones().stream()
              .filter(zone -> !silent.contains(zone))
              .map(views::get)
              .allMatch(view -> view.bad() && view.failing());
      assertThat(!allBad || blind || next.stage() != Stage.UP).isTrue();
      assertThat(blind && next.raw() == Stage.DOWN && !state.raw().outage()).isFalse();
      state = next;
    }
  }

  @RepeatedTest(40)
  void whateverHappenedGoodResultsForLongEnoughMakeItUp(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    Rules rules = rules(random, 1);
    CheckState state = CheckState.begin(START);
    Instant now = START;
    for (int i = 0; i < 500; i++) {
      now = now.plusSeconds(1 + random.nextInt(40));
      state = state.after(result(random, rules, now, 0.5), rules);
    }
    for (Instant end = now.plus(Duration.ofHours(2)); now.isBefore(end); ) {
      now = now.plusSeconds(30);
      for (Zone zone : rules.zones()) {
        state = state.after(new Result(ID, zone, now, null, null, Timing.NONE), rules);
      }
    }
    assertThat(state.stage()).isEqualTo(Stage.UP);
    assertThat(state.flapping()).isFalse();
  }

  @RepeatedTest(40)
  void aValueWithinTheBandChangesNothing(RepetitionInfo info) {
    Random random = new Random(info.getCurrentRepetition());
    int clear = random.nextInt(50);
    Band band = new Band(clear + 1 + random.nextInt(50), clear);
    boolean high = false;
    for (int i = 0; i < 300; i++) {
      int value = random.nextInt(110);
      boolean next = band.tooHigh(value, high);
      if (value > band.clear() && value <= band.limit()) {
        assertThat(next).isEqualTo(high);
      } else {
        assertThat(next).isEqualTo(value > band.limit());
      }
      high = next;
    }
  }
}
