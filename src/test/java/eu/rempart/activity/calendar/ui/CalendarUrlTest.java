package eu.rempart.activity.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.shell.calendar.CalendarPane.Way;
import java.time.LocalDate;
import java.util.Set;
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
}
