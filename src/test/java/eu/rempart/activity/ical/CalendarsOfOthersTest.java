package eu.rempart.activity.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import eu.rempart.activity.series.SeriesService.Coming;
import eu.rempart.activity.series.TestSeries;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Files of calendars as programs of others write them, brought into a calendar. */
class CalendarsOfOthersTest extends CalendarFileCase {

  /** What comes of the series of a file beside those at which they stand, in UTC. */
  private List<String> coming(Imported imported, String from, String to) throws Exception {
    UUID owner = Objects.requireNonNull(only(imported).data().ownerId());
    return house
        .as(
            Role.READER,
            () ->
                TestSeries.of(house).coming(Instant.parse(from), Instant.parse(to), Set.of(owner)))
        .stream()
        .map(Coming::when)
        .map(when -> when.at().toString())
        .toList();
  }

  private List<String> subjects(Imported imported) throws Exception {
    return house.as(Role.READER, () -> house.activities.findAll(imported.touched())).stream()
        .map(activity -> String.valueOf(activity.data().subject()))
        .toList();
  }

  @Test
  void anOccurrenceWithoutASubjectHasThatOfItsSeriesAndTheFileIsTaken() throws Exception {
    Imported imported =
        take(
            calendar(
                event(
                    "UID:s",
                    "SUMMARY:Weekly",
                    "LOCATION:Quay 7",
                    "DTSTART:20261102T090000Z",
                    "DURATION:PT30M",
                    "RRULE:FREQ=WEEKLY;COUNT=3"),
                event("UID:s", "RECURRENCE-ID:20261109T090000Z", "DTSTART:20261110T100000Z"),
                event("UID:other", "SUMMARY:Other", "DTSTART:20261126T100000Z")));

    assertThat(imported.created()).isEqualTo(3);
    assertThat(imported.refused()).isZero();
    assertThat(coming(imported, "2026-11-03T00:00:00Z", "2026-12-31T00:00:00Z"))
        .containsExactly("2026-11-16T09:00:00Z");
    assertThat(house.now(imported.touched().getFirst()).data().subject()).isEqualTo("Weekly");
  }

  @Test
  void tasksRecurAsEventsDo() throws Exception {
    Imported imported =
        take(
            calendar(
                "BEGIN:VTODO",
                "UID:t",
                "SUMMARY:Report",
                "DTSTART:20261102T090000Z",
                "DUE:20261102T170000Z",
                "RRULE:FREQ=WEEKLY;COUNT=4",
                "EXDATE:20261109T090000Z",
                "END:VTODO",
                "BEGIN:VTODO",
                "UID:t",
                "SUMMARY:Report, late",
                "RECURRENCE-ID:20261116T090000Z",
                "DTSTART:20261117T090000Z",
                "END:VTODO"));

    assertThat(imported.created()).isEqualTo(2);
    assertThat(subjects(imported)).containsExactly("Report");
    assertThat(coming(imported, "2026-11-03T00:00:00Z", "2026-12-31T00:00:00Z"))
        .containsExactly("2026-11-23T09:00:00Z");
  }

  @Test
  void ofSeveralRulesOneIsKeptAndThatIsSaid() throws Exception {
    Imported imported =
        take(
            calendar(
                event(
                    "UID:s",
                    "SUMMARY:Twice",
                    "DTSTART:20261102T090000Z",
                    "RRULE:FREQ=WEEKLY;COUNT=3",
                    "RRULE:FREQ=MONTHLY;COUNT=3")));

    assertThat(imported.remarks())
        .contains(new CalendarRemark("Twice", CalendarRemark.Why.ONE_RULE));
  }

  @Test
  void whatHasNoSubjectIsTaken() throws Exception {
    assertThat(subjects(take(calendar(event("UID:n", "DTSTART:20261126T100000Z")))))
        .containsExactly("(no title)");
  }

  @Test
  void oneThatCanNotBeKeptIsToldWithItsReasonAndTheRestIsTaken() throws Exception {
    Imported imported =
        take(
            calendar(
                event(
                    "UID:s",
                    "SUMMARY:Weekly",
                    "DTSTART:20261102T090000Z",
                    "RRULE:FREQ=WEEKLY;COUNT=3"),
                event(
                    "UID:s",
                    "SUMMARY:Far",
                    "RECURRENCE-ID:20261109T090000Z",
                    "DTSTART:25261110T100000Z"),
                event("UID:t", "SUMMARY:No time"),
                event(
                    "UID:u", "SUMMARY:Seconds", "DTSTART:20261102T090000Z", "RRULE:FREQ=SECONDLY"),
                event("UID:other", "SUMMARY:Other", "DTSTART:20261126T100000Z")));

    assertThat(imported.created()).isEqualTo(2);
    assertThat(imported.remarks())
        .containsExactlyInAnyOrder(
            new CalendarRemark("Far", CalendarRemark.Why.TIME_TOO_FAR),
            new CalendarRemark("No time", CalendarRemark.Why.NO_TIME),
            new CalendarRemark("Seconds", CalendarRemark.Why.RULE));
  }

  @Test
  void whatStandsBeforeOrBetweenCalendarsSpoilsNothing() throws Exception {
    String one =
        new String(calendar(event("UID:a", "SUMMARY:A", "DTSTART:20261126T100000Z")), UTF_8);
    String other =
        new String(calendar(event("UID:b", "SUMMARY:B", "DTSTART:20261127T100000Z")), UTF_8);
    String cut = other.substring(0, other.indexOf("END:VEVENT")).replace(":b", ":c");

    Imported imported =
        take(("\r\n \r\nFrom: somebody\r\n" + one + "\r\n\r\n-- \n" + other + cut).getBytes(UTF_8));

    assertThat(subjects(imported)).containsExactlyInAnyOrder("A", "B", "B");
  }

  @Test
  void aZoneThatBreaksTheParserLosesNoFile() throws Exception {
    Imported imported =
        take(
            calendar(
                "BEGIN:VTIMEZONE",
                "TZID:Fuzz",
                "BEGIN:DAYLIGHT",
                "DTSTART:19700101T000000",
                "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=0",
                "TZOFFSETFROM:-0500",
                "TZOFFSETTO:-0400",
                "END:DAYLIGHT",
                "END:VTIMEZONE",
                event("UID:z", "SUMMARY:Z", "DTSTART;TZID=Fuzz:20080405T123456"),
                event("UID:a", "SUMMARY:A", "DTSTART:20261126T100000Z")));

    assertThat(subjects(imported)).containsExactlyInAnyOrder("Z", "A");
  }
}
