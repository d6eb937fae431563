package eu.rempart.activity.ical;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.activity.Activity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alarms of a calendar file are reminders. */
class AlarmsOfFilesTest extends CalendarFileCase {

  private static String alarm(String trigger) {
    return "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER"
        + trigger
        + "\r\nEND:VALARM";
  }

  private List<Integer> reminders(String... lines) throws Exception {
    return read(calendar(event(lines))).getFirst().data().reminders();
  }

  @Test
  void alarmsComeInAsRemindersTheNearestFiveOfThem() throws Exception {
    assertThat(
            reminders(
                "UID:1",
                "SUMMARY:Alarms",
                "DTSTART:20261126T100000Z",
                "DURATION:PT1H",
                alarm(":-PT15M"),
                alarm(";RELATED=END:-PT90M"),
                alarm(";VALUE=DATE-TIME:20261125T100000Z"),
                alarm(":-PT15M"),
                alarm(":PT5M")))
        .containsExactly(0, 15, 30, 1_440);
    assertThat(
            reminders(
                "UID:2",
                "SUMMARY:Many",
                "DTSTART:20261126T100000Z",
                alarm(":-P1W"),
                alarm(":-PT3H"),
                alarm(":-PT1H"),
                alarm(":-PT2H"),
                alarm(":-P1D"),
                alarm(":PT0S"),
                alarm(":-PT30M")))
        .containsExactly(0, 30, 60, 120, 180);
    assertThat(
            reminders(
                "UID:3",
                "SUMMARY:Day",
                "DTSTART;VALUE=DATE:20261126",
                alarm(":PT7H"),
                alarm(":-PT17H"),
                alarm(":PT9H")))
        .containsExactly(0, 1_440);
  }

  @Test
  void alarmsThatAreNoneOrUnclearOrFarOffAreLeftOut() throws Exception {
    assertThat(
            reminders(
                "UID:1",
                "SUMMARY:None",
                "DTSTART:20261126T100000Z",
                "BEGIN:VALARM\r\nACTION:NONE\r\nTRIGGER;VALUE=DATE-TIME:19760401T005545Z\r\nEND:VALARM",
                "BEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM",
                alarm(":garbage"),
                alarm(":-P9999999W"),
                alarm(":-P29D")))
        .isEmpty();
    assertThat(reminders("UID:2", "SUMMARY:Without a time", alarm(":-PT15M"))).isEmpty();
  }

  @Test
  void aFileWithoutAlarmsLeavesTheRemindersAndOneWithThemTakesTheirPlace() throws Exception {
    Activity first =
        only(take(calendar(event("SUMMARY:Again", "DTSTART:20261126T100000Z", alarm(":-PT15M")))));
    assertThat(first.data().reminders()).containsExactly(15);
    String[] lines = {
      "UID:" + first.id().value() + "@rempart", "SUMMARY:Again", "DTSTART:20261126T100000Z"
    };

    assertThat(take(calendar(event(lines))).same()).isEqualTo(1);
    assertThat(house.now(first.id()).data().reminders()).containsExactly(15);

    take(calendar(event(lines[0], lines[1], lines[2], alarm(":-PT5M"), alarm(":-PT1H"))));
    assertThat(house.now(first.id()).data().reminders()).containsExactly(5, 60);
  }
}
