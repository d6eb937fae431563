package eu.rempart.alert.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is on duty when, whatever is entered. */
class DutyCalendarTest {

  private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
  private static final UUID ANA = new UUID(1, 1);
  private static final UUID BEN = new UUID(1, 2);
  private static final UUID CLO = new UUID(1, 3);
  private static final UUID DAN = new UUID(1, 4);

  private static Rotation rotation(Instant begin, int days, Duty... pairs) {
    return new Rotation(UUID.randomUUID(), begin, ZoneOffset.UTC, days, List.of(pairs));
  }

  private static DutyEntry entry(DutyEntry.Kind kind, UUID a, UUID b, int day, int days) {
    Instant begin = MONDAY.plus(Duration.ofDays(day));
    return new DutyEntry(UUID.randomUUID(), kind, a, b, begin, begin.plus(Duration.ofDays(days)));
  }

  private static Duty pair(UUID first, UUID second) {
    return new Duty(first, second);
  }

  private static Duty on(DutyCalendar calendar, int day) {
    return calendar.at(MONDAY.plus(Duration.ofDays(day)));
  }

  private final Rotation weekly = rotation(MONDAY, 7, pair(ANA, BEN), pair(CLO, DAN));

  @Test
  void pairsTakeTurnsAndBegin() {
    DutyCalendar calendar = new DutyCalendar(List.of(weekly), List.of());
    assertThat(calendar.at(MONDAY.minusMillis(1))).isEqualTo(Duty.NOBODY);
    assertThat(on(calendar, 0)).isEqualTo(pair(ANA, BEN));
    assertThat(calendar.at(MONDAY.plus(Duration.ofDays(7)).minusMillis(1)))
        .isEqualTo(pair(ANA, BEN));
    assertThat(on(calendar, 7)).isEqualTo(pair(CLO, DAN));
    assertThat(on(calendar, 700)).isEqualTo(pair(ANA, BEN));
  }

  @Test
  void theHandOverStaysAtItsHourWhenClocksChange() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    Instant begin = Instant.parse("2026-03-27T07:00:00Z");
    Rotation daily =
        new Rotation(UUID.randomUUID(), begin, paris, 1, List.of(pair(ANA, BEN), pair(CLO, DAN)));
    // 8 o'clock is 7 o'clock UTC in winter and 6 o'clock in summer, from the 29th on
    assertThat(daily.nextAfter(Instant.parse("2026-03-28T07:00:00Z")))
        .isEqualTo(Instant.parse("2026-03-29T06:00:00Z"));
    assertThat(daily.at(Instant.parse("2026-03-29T05:59:59Z"))).isEqualTo(pair(CLO, DAN));
    assertThat(daily.at(Instant.parse("2026-03-29T06:00:00Z"))).isEqualTo(pair(ANA, BEN));
    Instant edge = begin;
    for (int i = 0; i < 400; i++) {
      Instant next = daily.nextAfter(edge);
      assertThat(next).isAfter(edge);
      assertThat(daily.at(next)).isNotEqualTo(daily.at(edge));
      assertThat(daily.at(next.minusMillis(1))).isEqualTo(daily.at(edge));
      edge = next;
    }
  }

  @Test
  void aHandOverInTheHourThatIsLeftOutIsThere() {
    Rotation daily =
        new Rotation(
            UUID.randomUUID(),
            Instant.parse("2026-03-27T01:30:00Z"),
            ZoneId.of("Europe/Paris"),
            1,
            List.of(pair(ANA, BEN), pair(CLO, DAN)));
    Instant edge = Instant.parse("2026-03-27T01:30:00Z");
    for (int i = 0; i < 5; i++) {
      Instant next = daily.nextAfter(edge);
      assertThat(Duration.between(edge, next))
          .isBetween(Duration.ofHours(22), Duration.ofHours(26));
      assertThat(daily.at(next)).isNotEqualTo(daily.at(edge));
      edge = next;
    }
  }

  @Test
  void whatIsEnteredSaysMoreThanTheRotation() {
    DutyCalendar calendar =
        new DutyCalendar(
            List.of(weekly),
            List.of(
                entry(DutyEntry.Kind.PAIR, DAN, ANA, 1, 1),
                entry(DutyEntry.Kind.SWAP, BEN, CLO, 2, 2)));
    assertThat(on(calendar, 0)).isEqualTo(pair(ANA, BEN));
    assertThat(on(calendar, 1)).isEqualTo(pair(DAN, ANA));
    assertThat(on(calendar, 2)).isEqualTo(pair(ANA, CLO));
    assertThat(on(calendar, 4)).isEqualTo(pair(ANA, BEN));
  }

  @Test
  void aSwapMayLeaveOnePersonAlone() {
    DutyCalendar calendar =
        new DutyCalendar(List.of(weekly), List.of(entry(DutyEntry.Kind.SWAP, BEN, ANA, 0, 1)));
    assertThat(on(calendar, 0).isPair()).isFalse();
    assertThat(on(calendar, 0).members()).containsExactly(ANA);
  }

  @Test
  void aLaterRotationTakesOver() {
    Rotation later = rotation(MONDAY.plus(Duration.ofDays(3)), 1, pair(DAN, CLO));
    DutyCalendar calendar = new DutyCalendar(List.of(later, weekly), List.of());
    assertThat(on(calendar, 2)).isEqualTo(pair(ANA, BEN));
    assertThat(on(calendar, 3)).isEqualTo(pair(DAN, CLO));
    assertThat(on(calendar, 30)).isEqualTo(pair(DAN, CLO));
  }

  @Test
  void partsCoverAllOfTheTimeAndSayWhatEachMomentSays() {
    DutyCalendar calendar =
        new DutyCalendar(
            List.of(weekly),
            List.of(
                entry(DutyEntry.Kind.PAIR, DAN, ANA, 1, 1),
                entry(DutyEntry.Kind.SWAP, CLO, BEN, 8, 3)));
    Instant from = MONDAY.minus(Duration.ofDays(2));
    Instant to = MONDAY.plus(Duration.ofDays(28));
    List<DutyCalendar.Part> parts = new ArrayList<>(calendar.parts(from, to));
    assertThat(parts.getFirst().begin()).isEqualTo(from);
    assertThat(parts.getFirst().duty()).isEqualTo(Duty.NOBODY);
    assertThat(parts.getLast().end()).isEqualTo(to);
    for (int i = 0; i < parts.size(); i++) {
      DutyCalendar.Part part = parts.get(i);
      assertThat(part.end()).isAfter(part.begin());
      assertThat(calendar.at(part.begin())).isEqualTo(part.duty());
      assertThat(calendar.at(part.end().minusMillis(1))).isEqualTo(part.duty());
      if (i > 0) {
        assertThat(parts.get(i - 1).end()).isEqualTo(part.begin());
      }
    }
    assertThat(parts).hasSizeBetween(8, 12);
  }

  @Test
  void nonsenseIsNotTaken() {
    assertThatThrownBy(() -> rotation(MONDAY, 0, pair(ANA, BEN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rotation(MONDAY, 7)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rotation(MONDAY, 7, pair(ANA, ANA)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rotation(MONDAY, 7, new Duty(ANA, null)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> entry(DutyEntry.Kind.PAIR, ANA, ANA, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> entry(DutyEntry.Kind.PAIR, ANA, BEN, 0, 400))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> entry(DutyEntry.Kind.SWAP, ANA, BEN, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
