package eu.rempart.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ical.CalendarReader.Found;
import eu.rempart.activity.value.Recurrence;
import eu.rempart.activity.value.When;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zones as programs name and describe them, read by somebody who is elsewhere. */
class CalendarZonesTest {

  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

  private static final String[] EUROPE = {
    "BEGIN:VTIMEZONE",
    "TZID:Customized Time Zone",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE"
  };

  private static final String[] LIKE_NO_OTHER = {
    "BEGIN:VTIMEZONE",
    "TZID:Nowhere",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0107",
    "TZOFFSETTO:+0107",
    "END:STANDARD",
    "END:VTIMEZONE"
  };

  private static Found one(String[] zone, String... lines) {
    String file =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\n"
            + String.join("\r\n", zone)
            + "\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Weekly\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    return new CalendarReader(BUCHAREST)
        .read(file.getBytes(StandardCharsets.UTF_8))
        .found()
        .getFirst();
  }

  private static When when(Found found) {
    return Objects.requireNonNull(found.data().when());
  }

  private static List<String> unfolded(Found found) {
    return new Recurrence(Objects.requireNonNull(found.data().recurrence()))
        .within(when(found), when(found).at(), Instant.MAX).stream()
            .map(each -> each.at().toString())
            .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Lisbon | Europe/Lisbon",
        "Eastern Standard Time | America/New_York",
        "W. Europe Standard Time | Europe/Berlin",
        "Kuala Lumpur, Singapore | Asia/Kuala_Lumpur",
        "Canberra, Melbourne, Sydney | Australia/Canberra",
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna | Europe/Amsterdam",
        "(GMT-05:00) Eastern Time (US & Canada) | America/New_York",
        "(GMT+01.00) Sarajevo/Warsaw/Zagreb | Europe/Sarajevo",
        "/mozilla.org/20050126_1/Europe/Paris | Europe/Paris",
        "/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires"
            + " | America/Argentina/Buenos_Aires",
        "tzone://Microsoft/Utc | UTC",
        "US-Eastern | US/Eastern",
        "GMT+1 | Etc/GMT-1",
        "UTC-03:00 | Etc/GMT+3"
      })
  void aZoneIsKnownByWhateverNameItHas(String name, String zone) {
    Found found = one(new String[0], "DTSTART;TZID=\"" + name + "\":20260312T100000");

    assertThat(when(found).zone()).isEqualTo(ZoneId.of(zone));
    assertThat(when(found).in(ZoneId.of(zone)).toLocalTime()).hasToString("10:00");
    assertThat(found.remarks()).isEmpty();
  }

  @Test
  void aSeriesOfOutlookGoesByItsOwnClocks() {
    assertThat(
            unfolded(
                one(
                    new String[0],
                    "DTSTART;TZID=Eastern Standard Time:20260303T100000",
                    "RRULE:FREQ=WEEKLY;COUNT=4")))
        .containsExactly(
            "2026-03-03T15:00:00Z",
            "2026-03-10T14:00:00Z",
            "2026-03-17T14:00:00Z",
            "2026-03-24T14:00:00Z");
  }

  @Test
  void aZoneThatTheFileDescribesIsOneWithTheSameClocks() {
    Found found =
        one(
            EUROPE,
            "DTSTART;TZID=Customized Time Zone:20260322T100000",
            "RRULE:FREQ=WEEKLY;COUNT=2");

    assertThat(unfolded(found)).containsExactly("2026-03-22T09:00:00Z", "2026-03-29T08:00:00Z");
    assertThat(found.remarks()).isEmpty();
  }

  @Test
  void aZoneOfOneYearIsTheReadersWhereItGoesAlike() {
    String[] year = {
      "BEGIN:VTIMEZONE",
      "TZID:Here",
      "BEGIN:DAYLIGHT",
      "DTSTART:20260329T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0300",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:20261025T040000",
      "TZOFFSETFROM:+0300",
      "TZOFFSETTO:+0200",
      "END:STANDARD",
      "END:VTIMEZONE"
    };

    assertThat(when(one(year, "DTSTART;TZID=Here:20260712T100000")))
        .isEqualTo(When.at(LocalDateTime.of(2026, 7, 12, 10, 0), BUCHAREST));
  }

  @Test
  void clocksThatGoLikeNoOthersAreRightAtTheBeginningAndItIsSaid() {
    Found found = one(LIKE_NO_OTHER, "DTSTART;TZID=Nowhere:20260312T100000");

    assertThat(when(found).at()).isEqualTo("2026-03-12T08:53:00Z");
    assertThat(found.remarks()).containsExactly(CalendarRemark.Why.ZONE);
  }

  @Test
  void aZoneThatNobodyKnowsIsSaidToBe() {
    assertThat(one(new String[0], "DTSTART;TZID=Somewhere:20260312T143000").remarks())
        .containsExactly(CalendarRemark.Why.ZONE);
  }

  @Test
  void aSeriesInUtcHasNoSummers() {
    assertThat(
            unfolded(one(new String[0], "DTSTART:20260322T100000Z", "RRULE:FREQ=WEEKLY;COUNT=2")))
        .containsExactly("2026-03-22T10:00:00Z", "2026-03-29T10:00:00Z");
  }
}
