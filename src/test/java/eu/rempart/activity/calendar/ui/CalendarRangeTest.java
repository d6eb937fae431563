package eu.rempart.activity.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ActivityId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stretch a browser asks for, no more is read than a calendar can show. */
class CalendarRangeTest extends WithCalendar {

  private ActivityId daily() {
    return keep(data("Every day", "2031-03-03T09:00").recurrence("FREQ=DAILY"));
  }

  @Test
  void ofManyYearsAYearIsRead() {
    ActivityId id = daily();
    showMonth("", "2031-03-01", "2061-03-01");

    assertThat(shown("title").stream().filter("Every day"::equals).count()).isBetween(300L, 400L);
    activities.archive(List.of(id));
  }

  @ParameterizedTest
  @CsvSource({
    "-999999999-01-01, +999999999-12-31",
    "+999999999-12-30, +999999999-12-31",
    "-0005-01-01, 2031-03-01",
    "2031-03-01, 2031-03-01",
    "soon, later"
  })
  void ofDaysThatNobodyLooksAtNothingIsRead(String from, String to) {
    ActivityId id = daily();
    showMonth("", from, to);

    assertThat(pane().getElement().getPropertyRaw("entries") == null || shown("title").isEmpty())
        .isTrue();
    activities.archive(List.of(id));
  }
}
