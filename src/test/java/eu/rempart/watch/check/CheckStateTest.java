package eu.rempart.watch.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Stories of results, each a minute after the one before; the clock is theirs. */
class CheckStateTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final CheckId ID = new CheckId(new UUID(1, 2));
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final Zone FR = new Zone("FR");
  private static final Zone BR = new Zone("BR");
  private static final Zone HK = new Zone("HK");
  private static final Rules HOME = new Rules(2, 2, 1, List.of(Zone.HOME), PERIOD);
  private static final Rules TWO_OF_THREE = new Rules(2, 2, 2, List.of(FR, BR, HK), PERIOD);

  private CheckState state = CheckState.begin(START);
  private Instant now = START;

  private void tell(Rules rules, Zone zone, boolean ok) {
    Failure failure = ok ? null : Failure.CONNECT_TIMEOUT;
    state = state.after(new Result(ID, zone, now, failure, null, Timing.NONE), rules);
  }

  /** One result of each zone at the same minute. */
  private void round(boolean fr, boolean br, boolean hk) {
    now = now.plus(PERIOD);
    tell(TWO_OF_THREE, FR, fr);
    tell(TWO_OF_THREE, BR, br);
    tell(TWO_OF_THREE, HK, hk);
  }

  private List<Stage> alone(boolean... results) {
    Stream.Builder<Stage> stages = Stream.builder();
    for (boolean ok : results) {
      now = now.plus(PERIOD);
      tell(HOME, Zone.HOME, ok);
      stages.add(state.stage());
    }
    return stages.build().toList();
  }

  @Test
  void anOutageIsSuspectedThenDownThenRecoversThenUp() {
    assertThat(alone(true, false, false, false, true, true))
        .containsExactly(
            Stage.UP, Stage.SUSPECT, Stage.DOWN, Stage.DOWN, Stage.RECOVERING, Stage.UP);
  }

  @Test
  void oneFailureAloneIsNoOutageAndOneGoodResultNoEnd() {
    assertThat(alone(true, false, true, false, true)).doesNotContain(Stage.DOWN);
    assertThat(alone(false, false, true, false, true, false))
        .endsWith(Stage.DOWN, Stage.RECOVERING, Stage.DOWN, Stage.RECOVERING, Stage.DOWN);
    assertThat(state.downs()).hasSize(1);
  }

  @Test
  void oneZoneAloneIsTroubleInThatZone() {
    for (int i = 0; i < 10; i++) {
      round(true, false, true);
      assertThat(state.stage()).isEqualTo(Stage.UP);
    }
    assertThat(state.troubled(TWO_OF_THREE, now)).containsExactly(BR);
    round(true, true, true);
    round(true, true, true);
    assertThat(state.troubled(TWO_OF_THREE, now)).isEmpty();
  }

  @Test
  void enoughZonesTogetherAreAnOutage() {
    round(true, false, false);
    assertThat(state.stage()).isEqualTo(Stage.SUSPECT);
    round(true, false, false);
    assertThat(state.stage()).isEqualTo(Stage.DOWN);
    assertThat(state.bad(TWO_OF_THREE, now)).containsExactly(BR, HK);
    assertThat(state.troubled(TWO_OF_THREE, now)).isEmpty();
    assertThat(state.since()).isEqualTo(now);
  }

  @Test
  void zonesThatFailInTurnsAreNoOutage() {
    for (int i = 0; i < 12; i++) {
      round(i % 3 != 0, i % 3 != 1, i % 3 != 2);
      assertThat(state.stage()).isEqualTo(Stage.UP);
    }
  }

  @Test
  void aZoneThatFellSilentHasNoSay() {
    round(true, false, true);
    round(true, false, true);
    now = now.plus(Duration.ofHours(1));
    tell(TWO_OF_THREE, FR, false);
    now = now.plus(PERIOD);
    tell(TWO_OF_THREE, FR, false);
    assertThat(state.stage()).isEqualTo(Stage.UP);
    assertThat(state.silent(TWO_OF_THREE, now)).containsExactly(BR, HK);
    assertThat(state.troubled(TWO_OF_THREE, now)).containsExactly(FR);
    // which is no well: with one of two that must agree nobody can say how it is
    assertThat(TWO_OF_THREE.blindWithout(List.of(BR, HK))).isTrue();
    assertThat(TWO_OF_THREE.blindWithout(List.of(BR))).isFalse();
  }

  @Test
  void silenceEndsNoOutage() {
    round(false, false, false);
    round(false, false, false);
    now = now.plus(Duration.ofHours(1));
    tell(TWO_OF_THREE, FR, false);
    assertThat(state.stage()).isEqualTo(Stage.RECOVERING);
    now = now.plus(PERIOD);
    tell(TWO_OF_THREE, FR, true);
    assertThat(state.stage()).isEqualTo(Stage.RECOVERING);
    now = now.plus(PERIOD);
    tell(TWO_OF_THREE, FR, true);
    assertThat(state.stage()).isEqualTo(Stage.UP);
  }

  @Test
  void flappingIsHeldUntilItKeepsQuiet() {
    for (int i = 0; i < CheckState.FLAPS; i++) {
      assertThat(state.flapping()).isFalse();
      alone(false, false, true, true);
    }
    assertThat(state.flapping()).isTrue();
    assertThat(state.raw()).isEqualTo(Stage.UP);
    assertThat(state.stage()).isEqualTo(Stage.RECOVERING);
    Instant held = state.since();
    alone(true, true, true);
    assertThat(state.since()).isEqualTo(held);
    boolean[] quiet = new boolean[60];
    Arrays.fill(quiet, true);
    assertThat(alone(quiet)).endsWith(Stage.UP);
    assertThat(state.flapping()).isFalse();
  }

  @Test
  void aResultThatCameTwiceOrLateOrFromElsewhereChangesNothing() {
    alone(true, false);
    CheckState before = state;
    tell(HOME, Zone.HOME, false);
    assertThat(state).isEqualTo(before);
    now = now.minus(Duration.ofDays(1));
    tell(HOME, Zone.HOME, false);
    assertThat(state).isEqualTo(before);
    now = now.plus(Duration.ofDays(2));
    tell(HOME, HK, false);
    assertThat(state).isEqualTo(before);
  }
}
