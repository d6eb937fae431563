package eu.rempart.activity.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static When at(String local) {
    return When.at(LocalDateTime.parse(local), PARIS);
  }

  private static List<String> local(List<When> all) {
    return all.stream().map(when -> when.in(PARIS).toLocalDateTime().toString()).toList();
  }

  @Test
  void nineOClockStaysNineOClockWhenClocksGoBack() {
    When first = at("2026-10-12T09:00");

    List<When> mondays =
        new Recurrence("FREQ=WEEKLY;COUNT=4")
            .within(first, first.at(), Instant.parse("2027-01-01T00:00:00Z"));

    assertThat(local(mondays))
        .containsExactly(
            "2026-10-12T09:00", "2026-10-19T09:00", "2026-10-26T09:00", "2026-11-02T09:00");
    assertThat(mondays.get(2).at()).isEqualTo("2026-10-26T08:00:00Z");
  }

  @Test
  void aTimeThatTheClocksLeaveOutIsAnHourLaterOnThatDayOnly() {
    When first = at("2027-03-27T02:30");

    assertThat(
            local(
                new Recurrence("FREQ=DAILY;COUNT=3")
                    .within(first, first.at(), Instant.parse("2028-01-01T00:00:00Z"))))
        .containsExactly("2027-03-27T02:30", "2027-03-28T03:30", "2027-03-29T02:30");
  }

  @Test
  void whatNeverEndsIsUnfoldedWhereOneLooks() {
    When first = at("2020-01-01T09:00");
    Recurrence daily = new Recurrence("FREQ=DAILY");

    assertThat(daily.endless()).isTrue();
    assertThat(local(daily.within(first, at("2031-05-01T00:00").at(), at("2031-05-03T00:00").at())))
        .containsExactly("2031-05-01T09:00", "2031-05-02T09:00");
    assertThat(daily.within(first, first.at(), Instant.MAX.minus(1, ChronoUnit.DAYS)))
        .as("a range without end has a bound")
        .hasSizeLessThanOrEqualTo(4_000);
  }

  @Test
  void wholeDaysStayWholeDays() {
    When first = When.on(LocalDate.of(2026, 1, 31));

    assertThat(
            new Recurrence("FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260430")
                .within(first, first.at(), Instant.parse("2027-01-01T00:00:00Z")))
        .containsExactly(
            first,
            When.on(LocalDate.of(2026, 2, 28)),
            When.on(LocalDate.of(2026, 3, 31)),
            When.on(LocalDate.of(2026, 4, 30)));
  }

  @Test
  void anEndInUtcIsThatMomentHere() {
    When first = at("2026-11-02T09:00");

    assertThat(
            local(
                new Recurrence("FREQ=DAILY;UNTIL=20261104T080000Z")
                    .within(first, first.at(), Instant.parse("2027-01-01T00:00:00Z"))))
        .containsExactly("2026-11-02T09:00", "2026-11-03T09:00", "2026-11-04T09:00");
  }

  @Test
  void anEndThatIsADayIncludesIt() {
    When first = at("2026-11-02T21:00");

    assertThat(
            new Recurrence("FREQ=DAILY;UNTIL=20261103")
                .within(first, first.at(), Instant.parse("2027-01-01T00:00:00Z")))
        .hasSize(2);
  }

  @Test
  void theSecondTuesdayComesAfterTheFirstOne() {
    When first = at("2026-11-10T10:00");
    Recurrence rule = new Recurrence("FREQ=MONTHLY;BYDAY=2TU");

    assertThat(rule.after(first, first).orElseThrow().in(PARIS).toLocalDate())
        .isEqualTo("2026-12-08");
    assertThat(rule.from(first, first.at().plus(Duration.ofDays(40))).orElseThrow().day(PARIS))
        .isEqualTo("2027-01-12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "every Monday",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;INTERVAL=86400",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;UNTIL=20200101",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=WEEKLY;BYDAY=XX"
      })
  void whatCanNotBeUnfoldedIsNone(String rule) {
    assertThat(Recurrence.parse(rule, at("2026-11-02T09:00"))).isEmpty();
  }

  @Test
  void aRuleHasABoundedLength() {
    String rule = "FREQ=YEARLY;BYYEARDAY=" + "1,".repeat(300) + "2";

    assertThat(Recurrence.parse(rule, at("2026-11-02T09:00"))).isEmpty();
  }
}
