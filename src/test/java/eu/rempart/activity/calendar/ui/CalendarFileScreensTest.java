package eu.rempart.activity.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.calendar.CalendarEntry;
import eu.rempart.activity.calendar.CalendarService;
import eu.rempart.activity.calendar.Stretch;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A calendar of another program comes in on the screen of the calendar. */
class CalendarFileScreensTest extends WithFirm {

  @Autowired private CalendarService calendar;

  private List<String> planned() {
    var month = new Stretch(LocalDate.of(2031, 10, 1), LocalDate.of(2031, 11, 1), ZoneId.of("UTC"));
    return calendar.entries(month, Set.of()).stream()
        .map(CalendarEntry::row)
        .map(ActivityRow::shown)
        .map(data -> String.valueOf(data.subject()))
        .toList();
  }

  private static String event(String number, String subject, String start) {
    return String.join(
        "\r\n",
        "BEGIN:VEVENT",
        "UID:" + number,
        "DTSTAMP:20310101T000000Z",
        "DTSTART:" + start,
        "SUMMARY:" + subject,
        "END:VEVENT");
  }

  private void bring(String file) {
    open("calendar", "day=2031-10-01");
    click("Import a calendar");
    new UploadTester<>(find(Upload.class).single())
        .upload("calendar.ics", "text/calendar", file.getBytes(StandardCharsets.UTF_8));
    roundTrip();
  }

  @Test
  void aCalendarFileComesInAndIsTakenBackInOneStep() {
    bring(
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//other//EN",
            event("1@other.example", "Messebesuch", "20311012T090000Z"),
            event("2@other.example", "Jahresplanung", "20311013T090000Z"),
            "END:VCALENDAR",
            ""));
    assertThat(find(Upload.class).exists()).as("the dialog is closed").isFalse();
    assertThat(says("2 added")).isTrue();
    assertThat(planned()).contains("Messebesuch", "Jahresplanung");

    click("Undo");
    assertThat(planned()).doesNotContain("Messebesuch", "Jahresplanung");
  }

  @Test
  void whatOfAFileIsLeftOutIsSaidWithItsReason() {
    bring(
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            event("3@other.example", "Good", "20311014T090000Z"),
            event("4@other.example", "Never", "20311399T090000Z"),
            "END:VCALENDAR",
            ""));
    assertThat(
            find(ListItem.class).all().stream()
                .map(item -> item.getElement().getText())
                .filter(text -> text.contains("left out")))
        .containsExactly("“Never” was left out: it says no time, or one that does not exist.");
    assertThat(planned()).contains("Good");

    click("Undo");
    assertThat(planned()).doesNotContain("Good");
  }

  @Test
  void whatIsNoCalendarIsRefusedWithASentence() {
    bring("Name;Date\nno;calendar\n");
    assertThat(
            find(Paragraph.class)
                .withCondition(each -> "alert".equals(each.getElement().getAttribute("role")))
                .single()
                .getText())
        .endsWith("Nothing was taken over.");
    assertThat(find(Upload.class).exists()).isTrue();
  }

  @Test
  void whoMayNotImportIsNotOfferedTo() {
    actAs(Role.MEMBER);
    open("calendar", "");
    assertThat(offers("Import a calendar")).isFalse();
    assertThat(offers("Subscribe")).isTrue();
  }
}
