package eu.rempart.watch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 2, 10);
  private static final Objective THREE_NINES = new Objective(99_900, Objective.Over.THIRTY_DAYS);

  private static Budget budget(Objective objective, DayTally... days) {
    Burn none = Burn.of(objective, Tally.NONE, Tally.NONE, Tally.NONE);
    return Budget.of(objective, TODAY, List.of(days), none);
  }

  private static Burn burn(long hour, long sixHours, long threeDays) {
    return Burn.of(
        THREE_NINES,
        new Tally(10_000, hour),
        new Tally(10_000, sixHours),
        new Tally(10_000, threeDays));
  }

  @Test
  void thirtyDaysOfThreeNinesMayFailForFortyThreeMinutes() {
    Budget whole = budget(THREE_NINES);
    assertThat(whole.whole()).isEqualTo(Duration.ofSeconds(2_592));
    assertThat(whole.left()).isEqualTo(whole.whole());
    assertThat(whole.leftPercent()).hasToString("100.0");
    assertThat(whole.leftShare()).isEqualTo(1.0);
  }

  @Test
  void aFailedCheckStandsForItsPartOfTheDay() {
    DayTally day = new DayTally(new Tally(1_440, 10), Duration.ofDays(1));
    Budget budget = budget(THREE_NINES, day);
    assertThat(budget.spent()).isEqualTo(Duration.ofMinutes(10));
    assertThat(budget.left()).isEqualTo(Duration.ofSeconds(1_992));
    assertThat(budget.leftPercent()).hasToString("76.9");

    // one of ten checks in the first ten minutes is a minute, and not a tenth of thirty days
    DayTally young = new DayTally(new Tally(10, 1), Duration.ofMinutes(10));
    assertThat(budget(THREE_NINES, young).spent()).isEqualTo(Duration.ofMinutes(1));
    // nothing was checked
    assertThat(budget(THREE_NINES, new DayTally(Tally.NONE, Duration.ofDays(1))).spent())
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void moreMayFailThanMay() {
    Budget over = budget(THREE_NINES, new DayTally(new Tally(4, 4), Duration.ofHours(2)));
    assertThat(over.overspent()).isTrue();
    assertThat(over.left()).isNegative();
    assertThat(over.leftPercent()).hasToString("-177.8");
    assertThat(over.leftShare()).isZero();
  }

  @Test
  void aMonthIsAsLongAsItIs() {
    Objective month = new Objective(99_000, Objective.Over.MONTH);
    assertThat(month.firstDay(TODAY)).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(budget(month).whole())
        .isEqualTo(Duration.ofMinutes(28 * 24 * 60 / 100).plusSeconds(12));
    assertThat(THREE_NINES.firstDay(TODAY)).isEqualTo(LocalDate.of(2026, 1, 12));
    assertThat(month.percent()).hasToString("99");
    assertThat(new Objective(50_000, Objective.Over.MONTH).percent()).hasToString("50");
    assertThat(new Objective(99_950, Objective.Over.MONTH).percent()).hasToString("99.95");
  }

  @ParameterizedTest
  @CsvSource({
    // failed of 10,000 within an hour, six hours, three days; 10 are a rate of 1
    "0, 0, 0, STEADY",
    "144, 144, 144, FAST",
    "143, 20, 0, STEADY",
    "60, 60, 2, FAST",
    // six hours alone go on to tell of what is over
    "0, 100, 2, STEADY",
    "0, 59, 10, SLOW",
    "0, 9, 100, STEADY",
    "5, 10, 10, SLOW",
    "10000, 10000, 10000, FAST"
  })
  void howFastItGoesIsTakenByTwoLengthsOfTime(
      long hour, long sixHours, long threeDays, Burn.Pace pace) {
    assertThat(burn(hour, sixHours, threeDays).pace()).isEqualTo(pace);
  }

  @Test
  void ofWhatNobodyCheckedNoRateIsKnown() {
    Burn none = Burn.of(THREE_NINES, Tally.NONE, Tally.NONE, new Tally(1, 0));
    assertThat(none.hour()).isEmpty();
    assertThat(none.threeDays().orElseThrow()).hasToString("0.0");
    assertThat(none.pace()).isEqualTo(Burn.Pace.STEADY);
  }

  @Test
  void whatIsNoObjectiveIsRefused() {
    for (int wrong : new int[] {-1, 0, 49_999, 100_000, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> new Objective(wrong, Objective.Over.MONTH))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Tally(1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Tally(1, -1)).isInstanceOf(IllegalArgumentException.class);
  }
}
