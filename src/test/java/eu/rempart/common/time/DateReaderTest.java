package eu.rempart.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.time.DateReader.Side;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final List<Locale> OFFERED =
      List.of(Locale.UK, Locale.FRENCH, Locale.GERMAN, Locale.of("nl"));

  private final DateReader reader = new DateReader(Locale.FRENCH, TODAY, Side.FUTURE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/12/2026",
        "31/12/26",
        "31.12.2026",
        "31.12.26",
        "31-12-2026",
        "31 12 2026",
        "2026-12-31",
        "2026/12/31",
        "31122026",
        "20261231",
        "311226",
        "31/12",
        "31.12.",
        "31 déc. 2026",
        "31 dec 2026",
        "31 décembre 2026",
        "31 DÉCEMBRE 2026",
        "31 décembre",
        "jeu. 31 déc. 2026",
        "Thu, 31 Dec 2026",
        "December 31, 2026",
        "Dec 31st, 2026",
        "31. Dezember 2026",
        "31. Dez. 2026",
        "31 december 2026",
        "donderdag 31 december 2026",
        "le 31 décembre 2026",
        "12/31/2026",
        " 31/12/2026 "
      })
  void daysAreReadAsPeopleWriteThem(String typed) {
    assertThat(reader.read(typed)).contains(LocalDate.of(2026, 12, 31));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/02",
        "31/02/2026",
        "29/02/2027",
        "00/12/2026",
        "32/12/2026",
        "13/13/2026",
        "31/12/202",
        "31/12/20266",
        "31/12/1",
        "2026",
        "15",
        "12/2026",
        "31 jui 2026",
        "31 blah 2026",
        "31/12/2026 14:30",
        "-1",
        "-31/12/2026",
        "31/12/26/1",
        "31+12+2026",
        "déc. 2026",
        "99999999999999999999",
        "x",
        ""
      })
  void whatIsNoDayIsRefused(String typed) {
    assertThat(reader.read(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "demain,2026-12-01",
    "Tomorrow,2026-12-01",
    "morgen,2026-12-01",
    "aujourd’hui,2026-11-30",
    "heute,2026-11-30",
    "hier,2026-11-29",
    "mar. 8 déc. 2026,2026-12-08",
    "8 mars,2027-03-08",
    "1er mars 2027,2027-03-01",
    "3 févr. 2027,2027-02-03",
    "3 aoû 2027,2027-08-03",
    "5. März 2027,2027-03-05",
    "4 mrt 2027,2027-03-04",
    "4 mei 2027,2027-05-04",
    "4 sept 2027,2027-09-04",
    "30/11,2026-11-30",
    "29/11,2027-11-29",
    "29/02,2028-02-29",
    "01/02/76,2076-02-01",
    "01/02/77,1977-02-01",
  })
  void wordsAndMissingYearsAreUnderstood(String typed, LocalDate day) {
    assertThat(reader.read(typed)).contains(day);
  }

  @Test
  void whatIsOverMeansTheLastSuchDay() {
    var past = new DateReader(Locale.FRENCH, TODAY, Side.PAST);

    assertThat(past.read("31/12")).contains(LocalDate.of(2025, 12, 31));
    assertThat(past.read("30/11")).contains(TODAY);
  }

  @Test
  void theLocaleSaysWhichFigureIsTheMonth() {
    var american = new DateReader(Locale.US, TODAY, Side.FUTURE);

    assertThat(american.read("3/4/2027")).contains(LocalDate.of(2027, 3, 4));
    assertThat(reader.read("3/4/2027")).contains(LocalDate.of(2027, 4, 3));
  }

  @Test
  void marIsTheMonthUnlessAnotherWordIs() {
    var american = new DateReader(Locale.US, TODAY, Side.FUTURE);

    assertThat(american.read("Mar 8th, 2026")).contains(LocalDate.of(2026, 3, 8));
    assertThat(american.read("5th mar 2026")).contains(LocalDate.of(2026, 3, 5));
    assertThat(reader.read("mar. 3 mars 2026")).contains(LocalDate.of(2026, 3, 3));
    assertThat(reader.read("lun. dim. 3 2026")).isEmpty();
  }

  @Test
  void eachDayIsReadBackAsTheProductWritesIt() {
    for (int days = 0; days < 40_000; days += 13) {
      LocalDate day = LocalDate.of(1980, 1, 1).plusDays(days);
      isReadBack(day);
    }
  }

  private static void isReadBack(LocalDate day) {
    for (Locale locale : OFFERED) {
      var own = new DateReader(locale, TODAY, Side.FUTURE);
      for (FormatStyle style : List.of(FormatStyle.MEDIUM, FormatStyle.LONG, FormatStyle.FULL)) {
        String typed = DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).format(day);
        assertThat(own.read(typed)).as(typed).contains(day);
      }
      String weekday =
          DateTimeFormatter.ofLocalizedPattern("yMMMEd").withLocale(locale).format(day);
      assertThat(own.read(weekday)).as(weekday).contains(day);
    }
  }
}
