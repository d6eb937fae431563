package eu.rempart.activity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.list.ListPlace;
import eu.rempart.shell.list.SearchMemo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ways to the screens of activities; the only door for the screens of other rooms. */
public final class ActivityNavigation {

  static final String LIST = "activities";
  static final String DETAILS = "activities/:id";
  static final String ALL = "all";

  /** Keys that add an activity. */
  static final String NEW_KEYS = "n a";

  /** An occurrence, by the seconds of the epoch at which its series has it. */
  static final String AT = "at";

  /** Path of the calendar, whose view lies in a package of its own. */
  public static final String CALENDAR = "calendar";

  private ActivityNavigation() {}

  /** Path of the list. */
  public static String list() {
    return LIST;
  }

  /** Path of the list of those that a text finds, which it does not tell. */
  public static String found(String text) {
    return LIST + "?" + ALL + "=true&" + ListAddress.TEXT + "=" + SearchMemo.current().keep(text);
  }

  /** Path of one activity. */
  public static String details(ActivityId id) {
    return LIST + "/" + id;
  }

  /** Path of a recurring activity, on which one of its later occurrences is meant. */
  public static String occurrence(ActivityId id, Instant at) {
    return details(id) + "?" + AT + "=" + at.getEpochSecond();
  }

  /** Shows a recurring activity, and which of its later occurrences is meant. */
  public static void openOccurrence(ActivityId id, Instant at) {
    UI.getCurrent()
        .navigate(details(id), QueryParameters.of(AT, Long.toString(at.getEpochSecond())));
  }

  /** Shows one activity. */
  public static void open(ActivityId id) {
    UI.getCurrent().navigate(details(id));
  }

  /** Shows what is to be done. */
  public static void openList() {
    ListPlace.open(LIST);
  }

  /** Shows all activities about a contact, a company or a deal as a list. */
  public static void openOf(ActivityLinks about) {
    UI.getCurrent()
        .navigate(
            LIST,
            new QueryParameters(
                Map.of(
                    "contact", texts(about.contacts()),
                    "company", texts(about.companies()),
                    "deal", texts(about.deals()))));
  }

  /** Shows what somebody has done of what these days had. */
  public static void openDone(UUID owner, LocalDate from, LocalDate to) {
    UI.getCurrent()
        .navigate(
            LIST,
            new QueryParameters(
                Map.of(
                    "status", List.of(ActivityStatus.DONE.name()),
                    "owner", List.of(owner.toString()),
                    "from", List.of(from.toString()),
                    "to", List.of(to.toString()))));
  }

  private static List<String> texts(List<?> ids) {
    return ids.stream().map(Object::toString).toList();
  }
}
