package eu.rempart.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.ops.backup.BackupSchedule.Past;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When backups are due, by clocks of people who change them twice a year. */
class BackupScheduleTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final BackupSchedule FIRST = new BackupSchedule(PARIS, 0);
  private static final BackupSchedule SECOND = new BackupSchedule(PARIS, 6);

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T00:29:59, 2026-11-30T12:30, 2026-12-01T00:30",
    "2026-12-01T00:30, 2026-12-01T00:30, 2026-12-01T12:30",
    "2026-12-01T12:29:59, 2026-12-01T00:30, 2026-12-01T12:30",
    "2026-12-01T12:30, 2026-12-01T12:30, 2026-12-02T00:30",
    "2026-12-31T23:59, 2026-12-31T12:30, 2027-01-01T00:30",
  })
  void backupsAreDueTwiceADay(String now, String last, String next) {
    assertThat(FIRST.lastBackup(at(now))).isEqualTo(at(last));
    assertThat(FIRST.nextBackup(at(now))).isEqualTo(at(next));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T06:29:59, 2026-11-30T18:30, 2026-12-01T06:30",
    "2026-12-01T06:30, 2026-12-01T06:30, 2026-12-01T18:30",
    "2026-12-01T23:00, 2026-12-01T18:30, 2026-12-02T06:30",
    "2026-12-02T00:10, 2026-12-01T18:30, 2026-12-02T06:30",
  })
  void secondServerIsSixHoursLater(String now, String last, String next) {
    assertThat(SECOND.lastBackup(at(now))).isEqualTo(at(last));
    assertThat(SECOND.nextBackup(at(now))).isEqualTo(at(next));
  }

  @Test
  void drillIsDueOnceADay() {
    assertThat(FIRST.lastDrill(at("2026-12-01T03:29"))).isEqualTo(at("2026-11-30T03:30"));
    assertThat(FIRST.lastDrill(at("2026-12-01T03:30"))).isEqualTo(at("2026-12-01T03:30"));
    assertThat(SECOND.lastDrill(at("2026-12-01T09:29"))).isEqualTo(at("2026-11-30T09:30"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-06T00:29, 2026-11-29T00:30", // a Sunday
    "2026-12-06T00:30, 2026-12-06T00:30",
    "2026-12-12T23:59, 2026-12-06T00:30",
  })
  void firstOfAWeekIsOnSunday(String now, String whole) {
    assertThat(FIRST.lastWhole(at(now))).isEqualTo(at(whole));
  }

  @Test
  void secondServerMakesItsWholeOnSundayToo() {
    assertThat(SECOND.lastWhole(at("2026-12-06T06:29"))).isEqualTo(at("2026-11-29T06:30"));
    assertThat(SECOND.lastWhole(at("2026-12-06T06:30"))).isEqualTo(at("2026-12-06T06:30"));
  }

  @ParameterizedTest
  @CsvSource({"2026-03-28T12:00, 11.5", "2026-10-24T12:00, 12.5"})
  void changeOfTheClocksMovesNoonAlone(String begin, double hours) {
    List<Double> between = new ArrayList<>();
    Instant last = FIRST.nextBackup(at(begin));
    for (int i = 0; i < 6; i++) {
      Instant next = FIRST.nextBackup(last);
      assertThat(FIRST.lastBackup(next)).isEqualTo(next);
      assertThat(FIRST.lastBackup(next.minusSeconds(1))).isEqualTo(last);
      between.add(Duration.between(last, next).toMinutes() / 60.0);
      last = next;
    }
    assertThat(between).containsExactly(12.0, hours, hours, 12.0, 12.0, 12.0);
    assertThat(last.atZone(PARIS).toLocalTime()).hasToString("12:30");
  }

  @Test
  void workIsDueUntilItWentWell() {
    Instant since = at("2026-12-01T00:30");
    Instant now = since.plusSeconds(60);
    assertThat(BackupSchedule.isDue(now, since, Past.NOTHING)).isTrue();
    assertThat(BackupSchedule.isDue(now, since, good(since.minusSeconds(1)))).isTrue();
    assertThat(BackupSchedule.isDue(now, since, good(since))).isFalse();
  }

  private static Past good(Instant at) {
    return new Past(at, 0, null, false);
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 15", "3, 45", "4, 45", "20, 45"})
  void failedWorkIsTriedAgainLaterAndLater(int failures, int minutes) {
    Instant since = at("2026-12-01T00:30");
    Instant failed = since.plusSeconds(100);
    Past past = new Past(since.minusSeconds(9), failures, failed, false);
    Instant again = failed.plus(Duration.ofMinutes(minutes));
    assertThat(BackupSchedule.isDue(again.minusSeconds(1), since, past)).isFalse();
    assertThat(BackupSchedule.isDue(again, since, past)).isTrue();
  }

  @Test
  void cancelledWorkWaitsForTheNextTime() {
    Instant since = at("2026-12-01T00:30");
    Past cancelled = new Past(null, 2, since.plusSeconds(5), true);
    assertThat(BackupSchedule.isDue(at("2026-12-01T12:29"), since, cancelled)).isFalse();
    assertThat(BackupSchedule.isDue(at("2026-12-01T12:30"), at("2026-12-01T12:30"), Past.NOTHING))
        .isTrue();
  }

  @Test
  void clockThatIsADayOffAsksForTheTimesOfItsDay() {
    Instant right = at("2026-12-01T09:00");
    Past made = good(at("2026-12-01T00:31"));
    for (int days : List.of(-1, 1)) {
      Instant wrong = right.plus(Duration.ofDays(days));
      Instant since = FIRST.lastBackup(wrong);
      assertThat(since).isEqualTo(at("2026-12-01T00:30").plus(Duration.ofDays(days)));
      // ahead one more is made; behind there is one that is newer
      assertThat(BackupSchedule.isDue(wrong, since, made)).isEqualTo(days > 0);
    }
    assertThat(BackupSchedule.isDue(right, FIRST.lastBackup(right), made)).isFalse();
  }
}
