package eu.rempart.activity.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import eu.rempart.account.Role;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.value.When;
import eu.rempart.shell.calendar.CalendarPane;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The calendar: what it shows, what dragging does, what the browser can't make it do. */
class CalendarScreensTest extends WithCalendar {

  @Test
  void draftOfAnotherPlaceDoesNotGoToTheChosenSlot() {
    open("activities", "all=true");
    click("Add activity");
    fill("Subject", "Angefangen");
    cleanVaadinEnvironment();
    initVaadinEnvironment();

    showMonth("day=2031-05-01", "2031-04-28", "2031-06-09");
    fire(
        "slot-chosen",
        Map.of(
            "event.detail.start", "2031-05-14T10:15:00",
            "event.detail.end", "2031-05-14T11:00:00",
            "event.detail.allDay", false));
    fill("Subject", "Im Kalender");
    click("Save activity");

    assertThat(shown("title")).contains("Im Kalender").doesNotContain("Angefangen");
    assertThat(shown("start")).contains("2031-05-14T10:15:00");
    assertThat(shown("end")).contains("2031-05-14T11:00:00");
  }

  @Test
  void onlyTheDaysThatAreSeenAreRead() {
    keep(data("Im Mai", "2031-05-12T09:00"));
    keep(data("Im Juni", "2031-06-12T09:00"));

    showMonth("day=2031-05-01", "2031-04-28", "2031-06-09");

    assertThat(shown("title")).contains("Im Mai").doesNotContain("Im Juni");
    assertThat(shown("start")).contains("2031-05-12T09:00:00");
    assertThat(find(H1.class).single().getText()).isEqualTo("May 2031");
    see("2031-06-09", "2031-07-07");
    assertThat(shown("title")).contains("Im Juni").doesNotContain("Im Mai");
  }

  @Test
  void draggingMovesAndStretches() {
    ActivityId id = keep(data("Verschiebbar", "2031-08-12T09:00"));
    showMonth("day=2031-08-01", "2031-07-28", "2031-09-08");

    drag(id.toString(), "2031-08-13T14:00:00", "2031-08-13T15:30:00", false);

    assertThat(now(id).data().when())
        .isEqualTo(When.at(LocalDateTime.parse("2031-08-13T14:00"), UTC));
    assertThat(now(id).data().minutes()).isEqualTo(90);
    drag(id.toString(), "2031-08-14", "2031-08-15", true);
    assertThat(now(id).data().when()).isEqualTo(When.on(LocalDate.of(2031, 8, 14)));
    assertThat(now(id).data().minutes()).isNull();
  }

  @Test
  void whoeverDragsWhatSomebodyElseChangedIsTold() {
    ActivityId id = keep(data("Umkämpft", "2031-09-12T09:00"));
    showMonth("day=2031-09-01", "2031-09-01", "2031-10-06");
    Activity before = now(id);
    activities.save(id, 1, before.data(), before.data().toBuilder().minutes(15).build(), null);

    drag(id.toString(), "2031-09-13T14:00:00", "2031-09-13T15:00:00", false);

    assertThat(now(id).data().when()).isEqualTo(before.data().when());
    assertThat(says("changed this activity meanwhile")).isTrue();
  }

  @Test
  void aStretchThatIsChosenBecomesAnActivity() {
    showMonth("day=2031-11-01", "2031-10-27", "2031-12-08");
    fire(
        "slot-chosen",
        Map.of(
            "event.detail.start", "2031-11-05T10:00:00",
            "event.detail.end", "2031-11-05T11:30:00",
            "event.detail.allDay", false));
    fill("Subject", "Gezogen");
    click("Save activity");

    assertThat(shown("title")).contains("Gezogen");
    assertThat(shown("end")).contains("2031-11-05T11:30:00");
  }

  @Test
  void whatTheBrowserSaysWronglyChangesNothing() {
    ActivityId id = keep(data("Unantastbar", "2031-12-12T09:00"));
    ActivityId unseen = keep(data("Ungesehen", "2032-12-12T09:00"));
    showMonth("day=2031-12-01", "2031-12-01", "2032-01-05");

    drag(id.toString(), "gestern", "morgen", false);
    drag(unseen.toString(), "2031-12-13T14:00:00", "2031-12-13T15:00:00", false);
    drag(id.toString(), "9999-12-13T14:00:00", "9999-12-13T15:00:00", false);

    assertThat(now(id).version()).isEqualTo(1);
    assertThat(now(unseen).version()).isEqualTo(1);
    see("x", "y");
    assertThat(shown("title")).isEmpty();
    open("calendar", "day=0000-99-99&way=CENTURY&owner=me");
    assertThat(find(CalendarPane.class).exists()).isTrue();
  }

  @Test
  void readersSeeTheCalendarAndMoveNothing() {
    ActivityId id = keep(data("Nur schauen", "2032-02-12T09:00"));
    actAs(Role.READER);
    showMonth("day=2032-02-01", "2032-01-26", "2032-03-08");

    assertThat(shown("title")).contains("Nur schauen");
    assertThat(shown("movable")).containsOnly("false");
    assertThat(pane().getElement().getProperty("writes", false)).isFalse();
    drag(id.toString(), "2032-02-13T14:00:00", "2032-02-13T15:00:00", false);
    assertThat(now(id).version()).isEqualTo(1);
    assertThat(offers("Add activity")).isFalse();
  }

  @Test
  void waysAndStepsStandInTheAddress() {
    showMonth("day=2032-03-10&way=WEEK", "2032-03-08", "2032-03-15");
    assertThat(find(H1.class).single().getText()).contains("8 – 14 Mar 2032");

    click("Month");
    assertThat(find(H1.class).single().getText()).isEqualTo("March 2032");
    assertThat(pane().getElement().getProperty("view")).isEqualTo("dayGridMonth");
    assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
        .isEqualTo("calendar");
  }

  @Test
  void whatIsOpenedLeadsToItsPage() {
    ActivityId id = keep(data("Aufgeschlagen", "2032-04-12T09:00"));
    showMonth("day=2032-04-01", "2032-03-29", "2032-05-10");

    fire("entry-opened", Map.of("event.detail.key", key("Aufgeschlagen")));

    assertThat(find(H1.class).single().getText()).isEqualTo("Aufgeschlagen");
    assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
        .isEqualTo("activities/" + id);
  }
}
