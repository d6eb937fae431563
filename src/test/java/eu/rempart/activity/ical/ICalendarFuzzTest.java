package eu.rempart.activity.ical;

import eu.rempart.fuzz.FuzzedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calendars of strangers, in files and in answers by mail. */
class ICalendarFuzzTest {

  private static final String FILE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      METHOD:REPLY
      BEGIN:VTIMEZONE
      TZID:Somewhere
      BEGIN:STANDARD
      DTSTART:19701025T030000
      RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:1@rempart
      SUMMARY:Été
      DTSTART;TZID=Somewhere:20260312T133000
      DTEND;TZID=Somewhere:20260312T143000
      RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=10;BYDAY=MO,WE
      EXDATE;TZID=Somewhere:20260326T133000
      ATTENDEE;PARTSTAT=ACCEPTED;CN="A, B":mailto:a@b.example
      BEGIN:VALARM
      TRIGGER:-PT15M
      ACTION:DISPLAY
      END:VALARM
      END:VEVENT
      BEGIN:VTODO
      UID:2
      SUMMARY:Call
      DUE;VALUE=DATE:20260401
      END:VTODO
      END:VCALENDAR
      """;

  @Test
  void calendarsAreReadOrRefused() throws Exception {
    CalendarReader reader = new CalendarReader(ZoneId.of("Europe/Bucharest"));
    new FuzzedReader(
            "icalendar",
            "BEGIN:VEVENT\n",
            "END:VEVENT\n",
            "RRULE:FREQ=SECONDLY\n",
            "UNTIL=99991231",
            "RDATE:20260101T000000Z\n",
            "RECURRENCE-ID:",
            "PT999999999H",
            "\n ")
        .seed(FILE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
        .seed(FILE.getBytes(StandardCharsets.UTF_8))
        .run(
            file -> {
              AnswerReader.read(new String(file, StandardCharsets.UTF_8), Instant.EPOCH);
              reader.read(file);
            },
            List.of(IOException.class, NoCalendarException.class));
  }
}
