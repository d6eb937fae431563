package eu.rempart.activity.calendar.ui;

import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.value.When;
import eu.rempart.shell.calendar.CalendarPane;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The calendar as a browser has it: what it shows, and what somebody does in it. */
abstract class WithCalendar extends WithFirm {

  static final ZoneId UTC = ZoneId.of("UTC");

  static final ObjectMapper JSON = new ObjectMapper();

  @Autowired ActivityService activities;

  @Autowired CurrentMember current;

  ActivityDataBuilder data(String subject, String local) {
    return ActivityData.builder()
        .subject(subject)
        .ownerId(current.id())
        .when(When.at(LocalDateTime.parse(local), UTC))
        .minutes(60);
  }

  ActivityId keep(ActivityDataBuilder data) {
    return activities.create(data.build(), ActivityLinks.NONE);
  }

  Activity now(ActivityId id) {
    return activities.find(id).orElseThrow();
  }

  CalendarPane pane() {
    return find(CalendarPane.class).single();
  }

  /** Opens the calendar on a month, as the browser does. */
  void showMonth(String query, String from, String to) {
    open("calendar", query);
    see(from, to);
  }

  void see(String from, String to) {
    fire("range-shown", Map.of("event.detail.from", from, "event.detail.to", to));
  }

  void fire(String event, Map<String, Object> data) {
    var element = pane().getElement();
    element
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(element, event, JSON.valueToTree(data)));
    roundTrip();
  }

  List<String> shown(String field) {
    List<String> all = new ArrayList<>();
    ((JsonNode) pane().getElement().getPropertyRaw("entries"))
        .forEach(entry -> all.add(entry.get(field).asString()));
    return all;
  }

  String key(String title) {
    return shown("key").get(shown("title").indexOf(title));
  }

  void drag(String key, String start, String end, boolean allDay) {
    fire(
        "entry-moved",
        Map.of(
            "event.detail.key", key,
            "event.detail.start", start,
            "event.detail.end", end,
            "event.detail.allDay", allDay));
  }
}
