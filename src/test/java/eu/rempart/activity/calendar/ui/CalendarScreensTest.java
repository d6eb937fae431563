package eu.rempart.activity.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Role;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.ui.field.SeriesQuestion;
import eu.rempart.activity.value.When;
import eu.rempart.shell.calendar.CalendarPane;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The calendar: what it shows, what dragging does, what the browser can't make it do. */
class CalendarScreensTest extends WithFirm {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private ActivityService activities;
  @Autowired private CurrentMember current;

  private ActivityDataBuilder data(String subject, String local) {
    return ActivityData.builder()
        .subject(subject)
        .ownerId(current.id())
        .when(When.at(LocalDateTime.parse(local), UTC))
        .minutes(60);
  }

  private ActivityId keep(ActivityDataBuilder data) {
    return activities.create(data.build(), ActivityLinks.NONE);
  }

  private Activity now(ActivityId id) {
    return activities.find(id).orElseThrow();
  }

  private CalendarPane pane() {
    return find(CalendarPane.class).single();
  }

  /** Opens the calendar on a month, as the browser does. */
  private void showMonth(String query, String from, String to) {
    open("calendar", query);
    see(from, to);
  }

  private void see(String from, String to) {
    fire("range-shown", Map.of("event.detail.from", from, "event.detail.to", to));
  }

  private void fire(String event, Map<String, Object> data) {
    var element = pane().getElement();
    element
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(element, event, JSON.valueToTree(data)));
    roundTrip();
  }

  private List<String> shown(String field) {
    List<String> all = new ArrayList<>();
    ((JsonNode) pane().getElement().getPropertyRaw("entries"))
        .forEach(entry -> all.add(entry.get(field).asString()));
    return all;
  }

  private String key(String title) {
    return shown("key").get(shown("title").indexOf(title));
  }

  private void drag(String key, String start, String end, boolean allDay) {
    fire(
        "entry-moved",
        Map.of(
            "event.detail.key", key,
            "event.detail.start", start,
            "event.detail.end", end,
            "event.detail.allDay", allDay));
  }

  @Test
  void whatWasBegunBeforeGoesToTheSlotThatIsChosen() {
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
    click("Save activity");

    assertThat(shown("title")).contains("Angefangen");
    assertThat(shown("start")).contains("2031-05-14T10:15:00");
    assertThat(shown("end")).contains("2031-05-14T11:00:00");
  }

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
