package eu.rempart.activity.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ui.field.SeriesQuestion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What recurs, in the calendar. */
class CalendarSeriesScreensTest extends WithCalendar {

  @Test
  void aLaterOccurrenceIsOpenedAsThatOne() {
    ActivityId id = keep(data("Reihe", "2034-10-02T09:00").recurrence("FREQ=WEEKLY"));
    showMonth("day=2034-10-01", "2034-09-25", "2034-11-06");

    fire("entry-opened", Map.of("event.detail.key", id + "@2034-10-16T09:00:00Z"));
    assertThat(find(H1.class).single().getText()).isEqualTo("Reihe");
    assertThat(says("Of this series")).isTrue();

    showMonth("day=2034-10-01", "2034-09-25", "2034-11-06");
    fire("entry-opened", Map.of("event.detail.key", id.toString()));
    assertThat(find(H1.class).single().getText()).isEqualTo("Reihe");
    assertThat(says("Of this series")).isFalse();
  }

  @Test
  void ofARecurringOneOnlyTheDraggedOneIsMoved() {
    ActivityId id = keep(data("Jede Woche", "2031-10-06T09:00").recurrence("FREQ=WEEKLY"));
    showMonth("day=2031-10-01", "2031-09-29", "2031-11-10");
    assertThat(shown("title").stream().filter("Jede Woche"::equals)).hasSize(5);
    String second = id + "@2031-10-13T09:00:00Z";

    drag(second, "2031-10-14T10:00:00", "2031-10-14T11:00:00", false);
    assertThat(shown("start")).as("it asks first").contains("2031-10-13T09:00:00");
    click("Move");

    assertThat(shown("start"))
        .contains("2031-10-06T09:00:00", "2031-10-14T10:00:00", "2031-10-20T09:00:00")
        .doesNotContain("2031-10-13T09:00:00");
    click("Undo");
    assertThat(shown("start")).contains("2031-10-13T09:00:00");
  }

  @Test
  @SuppressWarnings("unchecked")
  void ofARecurringOneAllThatFollowOrAllOfThemAreMovedOnDemand() {
    ActivityId id = keep(data("Stets", "2033-10-03T11:15").recurrence("FREQ=WEEKLY"));
    showMonth("day=2033-10-01", "2033-09-26", "2033-11-07");
    drag(id + "@2033-10-17T11:15:00Z", "2033-10-18T12:15:00", "2033-10-18T13:15:00", false);
    RadioButtonGroup<SeriesQuestion.Which> which =
        find(RadioButtonGroup.class).withLabel("What is this for?").single();
    which.setValue(SeriesQuestion.Which.FOLLOWING);
    click("Move");
    assertThat(shown("start"))
        .contains(
            "2033-10-03T11:15:00",
            "2033-10-10T11:15:00",
            "2033-10-18T12:15:00",
            "2033-10-25T12:15:00")
        .doesNotContain("2033-10-17T11:15:00", "2033-10-24T11:15:00");
    click("Undo");
    assertThat(shown("start")).contains("2033-10-17T11:15:00", "2033-10-24T11:15:00");

    drag(id.toString(), "2033-10-04T07:45:00", "2033-10-04T08:45:00", false);
    which = find(RadioButtonGroup.class).withLabel("What is this for?").single();
    which.setValue(SeriesQuestion.Which.ALL);
    click("Move");
    assertThat(shown("start"))
        .contains("2033-10-04T07:45:00", "2033-10-11T07:45:00", "2033-10-18T07:45:00");
  }

  @Test
  void ofARuleThatNobodyCanMoveOnlyTheDraggedOneIsOffered() {
    ActivityId id =
        keep(
            data("Jede zweite Woche", "2034-10-02T09:20")
                .recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH"));
    showMonth("day=2034-10-01", "2034-09-25", "2034-11-06");

    drag(id + "@2034-10-16T09:20:00Z", "2034-10-20T09:20:00", "2034-10-20T10:20:00", false);

    RadioButtonGroup<?> which =
        find(RadioButtonGroup.class).withLabel("What is this for?").single();
    assertThat(which.getListDataView().getItems().<Object>map(each -> each).toList())
        .isEqualTo(List.of(SeriesQuestion.Which.ONE));
    assertThat(which.getHelperText()).contains("can’t be moved so");
    click("Move");
    assertThat(shown("start"))
        .contains("2034-10-02T09:20:00", "2034-10-19T09:20:00", "2034-10-20T09:20:00")
        .doesNotContain("2034-10-16T09:20:00");
  }
}
