package eu.rempart.activity.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WhenTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
  private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

  @Test
  void aWholeDayIsThatDayWhereverOneLooks() {
    When when = When.on(LocalDate.of(2026, 12, 24));

    assertThat(when.allDay()).isTrue();
    assertThat(when.day(PARIS)).isEqualTo("2026-12-24");
    assertThat(when.day(AUCKLAND)).isEqualTo("2026-12-24");
    assertThat(when.in(AUCKLAND).toLocalDateTime()).isEqualTo("2026-12-24T00:00");
  }

  @Test
  void aMomentIsAnotherTimeElsewhere() {
    When when = When.at(LocalDateTime.parse("2026-11-26T23:30"), PARIS);

    assertThat(when.at()).isEqualTo("2026-11-26T22:30:00Z");
    assertThat(when.in(BUCHAREST).toLocalDateTime()).isEqualTo("2026-11-27T00:30");
    assertThat(when.day(BUCHAREST)).isEqualTo("2026-11-27");
  }

  @Test
  void aTimeThatTheClocksLeaveOutIsAnHourLater() {
    When when = When.at(LocalDateTime.parse("2027-03-28T02:30"), PARIS);

    assertThat(when.in(PARIS).toLocalTime()).isEqualTo(LocalTime.of(3, 30));
  }

  @Test
  void aTimeThatComesTwiceIsTheFirst() {
    When when = When.at(LocalDateTime.parse("2026-10-25T02:30"), PARIS);

    assertThat(when.at()).isEqualTo("2026-10-25T00:30:00Z");
  }

  @Test
  void aWholeDayIsOverWhenTheNextOneBeginsWhereOneIs() {
    When when = When.on(LocalDate.of(2026, 11, 26));
    Instant late = Instant.parse("2026-11-26T22:59:59Z");

    assertThat(when.before(late, PARIS)).isFalse();
    assertThat(when.before(late.plusSeconds(1), PARIS)).isTrue();
    assertThat(when.before(late, BUCHAREST)).isTrue();
  }

  @Test
  void movedToAnotherDayItKeepsTheTimeOfTheDayAcrossAChangeOfTheClocks() {
    When when = When.at(LocalDateTime.parse("2026-10-24T09:00"), PARIS);

    When moved = when.movedTo(LocalDate.of(2026, 10, 26), PARIS);

    assertThat(moved.in(PARIS).toLocalDateTime()).isEqualTo("2026-10-26T09:00");
    assertThat(moved.at()).isEqualTo("2026-10-26T08:00:00Z");
  }
}
