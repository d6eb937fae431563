package eu.rempart.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ical.CalendarReader.Found;
import eu.rempart.activity.value.When;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendar files as programs write them, though the rules are others. */
class CalendarReaderTest {

  private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

  private static String file(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        + "SUMMARY:Été\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  private static List<Found> read(byte[] file) throws IOException {
    return new CalendarReader(BUCHAREST).read(file).found();
  }

  private static Found one(String... lines) throws IOException {
    return read(file(lines).getBytes(StandardCharsets.UTF_8)).getFirst();
  }

  /** The library would unfold the rules of a zone, second by second, until no memory is left. */
  @Test
  void zoneBetweenTheLinesOfAnEventIsNotRead() throws IOException {
    String hidden =
        file(
            "DTSTART;TZID=Nowhere:20270301T110000",
            "END:VEV\r\n ENT",
            "BEGIN:VTIME\r\n ZONE",
            "TZID:Nowhere",
            "BEGIN:STANDARD",
            "DTSTART:19701025T030000",
            "RRULE:FREQ=SECONDLY",
            "TZOFFSETFROM:+0200",
            "TZOFFSETTO:+0100",
            "END:STANDARD",
            "END:VTIMEZONE",
            "BEGIN:VEVENT");
    var read = new CalendarReader(BUCHAREST).read(hidden.getBytes(StandardCharsets.UTF_8));

    assertThat(read.unread())
        .extracting(CalendarRemark::why)
        .contains(CalendarRemark.Why.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,true", "UTF-8,false", "UTF-16LE,true", "UTF-16BE,true", "windows-1252,false"})
  void aFileIsReadInItsEncoding(String charset, boolean mark) throws IOException {
    String text = (mark ? "\uFEFF" : "") + file("DTSTART:20260312T133000Z");

    assertThat(read(text.getBytes(Charset.forName(charset))))
        .extracting(found -> found.data().subject())
        .containsExactly("Été");
  }

  @Test
  void aZoneThatNobodyKnowsIsThatOfWhoeverBringsTheFile() throws IOException {
    assertThat(one("DTSTART;TZID=Somewhere Standard Time:20260312T143000").data().when())
        .isEqualTo(When.at(LocalDateTime.of(2026, 3, 12, 14, 30), BUCHAREST));
  }

  @Test
  void whatALocalSeriesLeavesOutIsLocalToo() throws IOException {
    Found series =
        one(
            "DTSTART:20260312T143000",
            "RRULE:FREQ=DAILY;COUNT=9",
            "EXDATE:20260313T143000",
            "EXDATE;VALUE=DATE:20260314",
            "EXDATE:20260315T123000Z");

    assertThat(series.leftOut())
        .containsExactly(
            When.at(LocalDateTime.of(2026, 3, 13, 14, 30), BUCHAREST),
            When.at(LocalDateTime.of(2026, 3, 14, 14, 30), BUCHAREST),
            When.at(LocalDateTime.of(2026, 3, 15, 14, 30), BUCHAREST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DTSTART:20261399T993000Z",
        "DTSTART:20260631T100000",
        "DTSTART;VALUE=DATE:20260230",
        "DTSTART;TZID=Europe/Paris:20260631T100000"
      })
  void aTimeThatNeverIsIsNone(String start) throws IOException {
    assertThat(one(start, "RRULE:FREQ=DAILY", "EXDATE:20260631T100000").data().when()).isNull();
  }

  @Test
  void aLeapSecondIsTheOneBeforeIt() throws IOException {
    assertThat(one("DTSTART:20261231T235960").data().when())
        .isEqualTo(When.at(LocalDateTime.of(2026, 12, 31, 23, 59, 59), BUCHAREST));
    assertThat(one("DTSTART:20260312T133000Z").data().when())
        .isEqualTo(new When(Instant.parse("2026-03-12T13:30:00Z"), BUCHAREST));
  }
}
