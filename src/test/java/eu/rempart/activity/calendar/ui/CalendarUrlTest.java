package eu.rempart.activity.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.shell.calendar.CalendarPane.Way;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the calendar says it shows, in no more words than it takes. */
class CalendarUrlTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-25, 23 – 29 Nov 2026",
    "2026-12-01, 30 Nov – 6 Dec 2026",
    "2026-12-30, 28 Dec 2026 – 3 Jan 2027"
  })
  void aWeekNamesMonthAndYearOnceWhereTheyAreTheSame(LocalDate day, String title) {
    assertThat(new CalendarUrl(Way.WEEK, day, Set.of()).title()).isEqualTo(title);
  }

  @Test
  void agendaBeginsToday() {
    LocalDate today = LocalDate.of(2026, 11, 30);
    CalendarUrl month = new CalendarUrl(Way.MONTH, LocalDate.of(2026, 11, 1), Set.of());
    CalendarUrl agenda = month.as(Way.AGENDA, today);
    assertThat(agenda.day()).isEqualTo(today);
    assertThat(agenda.title()).isEqualTo("30 Nov – 29 Dec 2026");
    assertThat(agenda.step(1).day()).isEqualTo(LocalDate.of(2026, 12, 30));
    assertThat(month.step(2).as(Way.AGENDA, today).day())
        .as("another month was looked for")
        .isEqualTo("2027-01-01");
    assertThat(agenda.step(-1).as(Way.AGENDA, today)).isEqualTo(agenda.step(-1));
  }
}
