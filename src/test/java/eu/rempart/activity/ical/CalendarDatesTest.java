package eu.rempart.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.ical.CalendarReader.Found;
import eu.rempart.activity.value.ActivityStatus;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dates that a series of a file has beside its rule, or has not. */
class CalendarDatesTest {

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\nSUMMARY:Dates\r\nDTSTAMP:20260101T000000Z\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\n";
  }

  private static List<Found> read(String... events) {
    String file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("", events) + "END:VCALENDAR";
    return new CalendarReader(ZoneId.of("UTC")).read(file.getBytes(StandardCharsets.UTF_8)).found();
  }

  private static List<String> starts(List<Found> found) {
    return found.stream()
        .map(Found::data)
        .map(data -> (data.when() == null ? "" : data.when().at()) + " " + data.minutes())
        .toList();
  }

  @Test
  void allDatesOfLotusNotesAreThere() {
    List<Found> found =
        read(
            event(
                "UID:1",
                "DTSTART:20260302T100000Z",
                "DTEND:20260302T110000Z",
                "RDATE;VALUE=PERIOD:20260302T100000Z/20260302T110000Z,"
                    + "20260309T100000Z/20260309T113000Z",
                "RDATE:20260316T100000Z",
                "EXDATE:20260323T100000Z",
                "RDATE:20260323T100000Z"));

    assertThat(starts(found))
        .containsExactly(
            "2026-03-02T10:00:00Z 60", "2026-03-09T10:00:00Z 90", "2026-03-16T10:00:00Z 60");
    assertThat(found.get(2).data().externalId()).isEqualTo("1 2026-03-16T10:00:00Z");
  }

  @Test
  void aDateThatWasChangedIsThereOnce() {
    List<Found> found =
        read(
            event("UID:1", "DTSTART:20260302T100000Z", "RDATE:20260309T100000Z"),
            event("UID:1", "RECURRENCE-ID:20260309T100000Z", "DTSTART:20260310T120000Z"),
            event("UID:1", "RECURRENCE-ID:20260302T100000Z", "DTSTART:20260303T120000Z"));

    assertThat(starts(found))
        .containsExactly("2026-03-03T12:00:00Z null", "2026-03-10T12:00:00Z null");
  }

  @Test
  void aBeginningThatTheRuleHasNotIsNoneWhereItIsLeftOut() {
    List<Found> found =
        read(
            event(
                "UID:friday13",
                "DTSTART:20260302T090000Z",
                "EXDATE:20260302T090000Z",
                "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"));

    assertThat(starts(found)).containsExactly("2026-03-13T09:00:00Z null");
  }

  @Test
  void ofWhatIsLeftOutWholeNothingIsPlanned() {
    Found found =
        read(event(
                "UID:1",
                "DTSTART:20260302T090000Z",
                "RRULE:FREQ=DAILY;COUNT=2",
                "EXDATE:20260302T090000Z,20260303T090000Z"))
            .getFirst();

    assertThat(found.data().status()).isEqualTo(ActivityStatus.CANCELLED);
    assertThat(found.data().recurrence()).isNull();
  }

  @Test
  void aRuleOfExceptionsCountsWhereTheSeriesEnds() {
    String exception = "EXRULE:FREQ=DAILY;INTERVAL=2";

    Found ends =
        read(event("UID:1", "DTSTART:20260302T090000Z", "RRULE:FREQ=DAILY;COUNT=4", exception))
            .getFirst();
    Found endless =
        read(event("UID:1", "DTSTART:20260302T090000Z", "RRULE:FREQ=DAILY", exception)).getFirst();

    assertThat(ends.leftOut())
        .extracting(when -> when.at().toString())
        .containsExactly("2026-03-02T09:00:00Z", "2026-03-04T09:00:00Z");
    assertThat(endless.remarks()).containsExactly(CalendarRemark.Why.EXCEPTIONS);
  }

  @Test
  void whatIsOverBeforeItBeginsIsThereOnce() {
    Found found =
        read(event("UID:1", "DTSTART:20260302T090000Z", "RRULE:FREQ=YEARLY;UNTIL=20250101"))
            .getFirst();

    assertThat(found.data().recurrence()).isNull();
    assertThat(found.data().when()).isNotNull();
  }

  @Test
  void anEndBeforeTheBeginningIsSaid() {
    Found found =
        read(event("UID:1", "DTSTART:20260302T090000Z", "DTEND:20260302T080000Z")).getFirst();

    assertThat(found.data().minutes()).isNull();
    assertThat(found.remarks()).containsExactly(CalendarRemark.Why.LENGTH);
  }

  @Test
  void whatHasNoNumberIsKnownAgainByWhatItSays() {
    List<Found> first = read(event("DTSTART:20260302T090000Z"), event("DTSTART:20260303T090000Z"));
    List<Found> again =
        read(
            event("DTSTART:20260302T090000Z").replace("DTSTAMP:2026", "DTSTAMP:2027"),
            event("DTSTART:20260304T090000Z"));

    assertThat(again.getFirst().data().externalId())
        .isNotNull()
        .isEqualTo(first.getFirst().data().externalId());
    assertThat(again.getLast().data().externalId())
        .isNotEqualTo(first.getLast().data().externalId());
  }
}
