package eu.rempart.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {

  @ParameterizedTest
  @CsvSource({
    "14:30,14:30",
    "14h30,14:30",
    "14 h 30,14:30",
    "14H30,14:30",
    "14.30,14:30",
    "1430,14:30",
    "930,09:30",
    "0930,09:30",
    "14 Uhr 30,14:30",
    "14:30 Uhr,14:30",
    "14.30 u,14:30",
    "14:30:00,14:30",
    "9h,09:00",
    "9 h,09:00",
    "9,09:00",
    "0,00:00",
    "23:59,23:59",
    "2pm,14:00",
    "2 PM,14:00",
    "2:30 pm,14:30",
    "2:30 p.m.,14:30",
    "2:30\u202fPM,14:30",
    "12 am,00:00",
    "12pm,12:00",
    "230p,14:30",
  })
  void timesAreReadAsPeopleWriteThem(String typed, LocalTime time) {
    assertThat(TimeReader.read(typed)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25:00",
        "14:75",
        "99",
        "2530",
        "26h",
        "-1",
        "24:00",
        "14:5",
        "14:300",
        "13pm",
        "0 am",
        "noon?",
        "14:30:15",
        "1:2:3",
        "12345",
        "",
        " ",
        "14-30",
        "abc",
        "1 4:30",
        "99999999999999999999999999"
      })
  void whatIsNoTimeIsRefused(String typed) {
    assertThat(TimeReader.read(typed)).isEmpty();
  }

  @Test
  void eachMinuteIsReadBackInEachSpelling() {
    for (int minute = 0; minute < 24 * 60; minute++) {
      LocalTime time = LocalTime.MIDNIGHT.plusMinutes(minute);
      for (String pattern : List.of("HH:mm", "H:mm", "H'h'mm", "HHmm", "H.mm", "h:mm a")) {
        String typed = DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
        assertThat(TimeReader.read(typed)).as(typed).contains(time);
      }
    }
  }

  @Test
  void noHourOrMinuteBeyondTheDayIsTurnedIntoAnother() {
    for (int hour = 0; hour < 100; hour++) {
      for (int minute = 0; minute < 100; minute++) {
        boolean real = hour < 24 && minute < 60;
        String typed = String.format(Locale.ROOT, "%d:%02d", hour, minute);
        assertThat(TimeReader.read(typed).isPresent()).as(typed).isEqualTo(real);
      }
    }
  }
}
