package eu.rempart.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.WithFirm;
import eu.rempart.activity.calendar.CalendarEntry;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.calendar.Stretch;
import eu.rempart.activity.ical.CalendarFileService.Imported;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same file of a calendar, brought once more. */
class CalendarBroughtAgainTest extends WithFirm {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Set<String> OURS =
      Set.of("Brought weekly", "Brought weekly longer", "Brought dates", "(no title)");

  @Autowired private CalendarFileService files;
  @Autowired private CalendarService calendar;

  private Imported take(String... lines) {
    String file =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n";
    return files.take(file.getBytes(StandardCharsets.UTF_8), UTC, "(no title)");
  }

  /** Only what these files bring: others are in the same calendar. */
  private List<String> march(int year) {
    var month = new Stretch(LocalDate.of(year, 3, 1), LocalDate.of(year, 4, 1), UTC);
    return calendar.entries(month, Set.of()).stream()
        .filter(entry -> OURS.contains(String.valueOf(entry.row().shown().subject())))
        .map(CalendarEntry::when)
        .map(when -> when.at().toString())
        .toList();
  }

  @Test
  void aFirstOccurrenceThatIsLeftOutStaysSo() {
    String[] file = {
      "BEGIN:VEVENT",
      "UID:first-left-out@other.example",
      "SUMMARY:Brought weekly",
      "DTSTART:20320302T090000Z",
      "RRULE:FREQ=WEEKLY;COUNT=4",
      "EXDATE:20320302T090000Z",
      "END:VEVENT"
    };
    List<String> expected =
        List.of("2032-03-09T09:00:00Z", "2032-03-16T09:00:00Z", "2032-03-23T09:00:00Z");

    assertThat(take(file).created()).isEqualTo(1);
    assertThat(march(2032)).isEqualTo(expected);

    Imported again = take(file);
    assertThat(again.same()).isEqualTo(1);
    assertThat(again.updated()).isZero();
    assertThat(march(2032)).isEqualTo(expected);

    file[2] = "SUMMARY:Brought weekly longer";
    file[3] = "DTSTART:20320302T090000Z\r\nDURATION:PT1H";
    assertThat(take(file).updated()).isEqualTo(1);
    assertThat(march(2032)).isEqualTo(expected);
  }

  @Test
  void datesChangesAndWhatHasNoNumberStayAsTheyAre() {
    String[] file = {
      "BEGIN:VEVENT",
      "UID:dates@other.example",
      "SUMMARY:Brought dates",
      "DTSTART:20330301T090000Z",
      "RDATE:20330302T090000Z,20330303T090000Z",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:dates@other.example",
      "RECURRENCE-ID:20330303T090000Z",
      "DTSTART:20330304T090000Z",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "DTSTART:20330305T090000Z",
      "END:VEVENT"
    };
    assertThat(take(file).created()).isEqualTo(4);
    List<String> planned = march(2033);
    assertThat(planned).hasSize(4);

    Imported again = take(file);
    assertThat(again.same()).isEqualTo(4);
    assertThat(again.created() + again.updated()).isZero();
    assertThat(march(2033)).isEqualTo(planned);
  }
}
