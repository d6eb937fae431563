package eu.rempart.activity.ical;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.ICalComponent;
import biweekly.component.VEvent;
import biweekly.component.VTodo;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.ICalProperty;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import eu.rempart.activity.Activity;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.Occurrence;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes activities as one iCalendar file. */
public final class CalendarFile {

  private static final String PRODUCT = "-//Rempart//Rempart//EN";
  private static final String OWN = "@rempart";
  static final String KIND = "X-REMPART-KIND";

  private final ICalendar calendar = new ICalendar();
  private final Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();

  /** An empty one. */
  public CalendarFile() {
    calendar.setProductId(PRODUCT);
  }

  /** By which it is known: the number that it came with, else its own. */
  static String uid(UUID id, @Nullable String external) {
    return external == null ? id + OWN : external;
  }

  /** The one of which that is the number that Rempart wrote itself. */
  static Optional<ActivityId> own(String number) {
    if (!number.endsWith(OWN)) {
      return Optional.empty();
    }
    try {
      UUID id = UUID.fromString(number.substring(0, number.length() - OWN.length()));
      return Optional.of(new ActivityId(id));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  ICalendar calendar() {
    return calendar;
  }

  /** Adds one. */
  public void add(Activity activity) {
    ActivityData data = activity.data();
    When when = data.when();
    if (when == null) {
      calendar.addTodo(todo(activity));
      return;
    }
    VEvent event = new VEvent();
    Occurrence of = activity.of();
    event.setUid(uid(activity.id().value(), data.externalId()));
    event.setDateTimeStamp(Date.from(activity.changed().at()));
    event.setSequence(activity.version() - 1);
    time(event, when, data.minutes());
    if (data.recurrence() != null) {
      event.addExperimentalProperty("RRULE", data.recurrence());
    }
    event.setSummary(data.subject());
    event.setDescription(data.description());
    event.setLocation(data.place());
    event.setStatus(
        data.status() == ActivityStatus.CANCELLED ? Status.cancelled() : Status.confirmed());
    event.setPriority(priority(data));
    note(event, data);
    Alarms.add(event, data.subject() == null ? "" : data.subject(), when, data.reminders());
    if (of != null) {
      event.addExperimentalProperty("X-REMPART-OF", uid(of.series().value(), null));
    }
    calendar.addEvent(event);
  }

  /** One with its subject and place, at a time of its own. */
  void addTold(
      String uid,
      String subject,
      @Nullable String place,
      When when,
      @Nullable Integer minutes,
      List<Integer> reminders) {
    VEvent event = new VEvent();
    event.setUid(uid);
    event.setDateTimeStamp(Date.from(Instant.EPOCH));
    event.setSummary(subject);
    event.setLocation(place);
    time(event, when, minutes);
    Alarms.add(event, subject, when, reminders);
    calendar.addEvent(event);
  }

  private VTodo todo(Activity activity) {
    ActivityData data = activity.data();
    VTodo todo = new VTodo();
    todo.setUid(uid(activity.id().value(), data.externalId()));
    todo.setDateTimeStamp(Date.from(activity.changed().at()));
    todo.setSummary(data.subject());
    todo.setDescription(data.description());
    todo.setPriority(priority(data));
    todo.setStatus(
        switch (data.status()) {
          case OPEN -> Status.needsAction();
          case DONE -> Status.completed();
          case CANCELLED -> Status.cancelled();
        });
    note(todo, data);
    return todo;
  }

  private static void note(ICalComponent component, ActivityData data) {
    component.addExperimentalProperty(KIND, data.kind().name());
    if (data.status() == ActivityStatus.DONE) {
      component.addExperimentalProperty("X-REMPART-DONE", "TRUE");
    }
  }

  private static @Nullable Integer priority(ActivityData data) {
    return switch (data.priority()) {
      case HIGH -> 1;
      case NORMAL -> null;
      case LOW -> 9;
    };
  }

  void time(VEvent event, When when, @Nullable Integer minutes) {
    int length = minutes == null ? 0 : minutes;
    if (when.allDay()) {
      LocalDate day = when.day(ZoneOffset.UTC);
      event.setDateStart(new DateStart(date(day)));
      event.setDateEnd(new DateEnd(date(day.plusDays(Math.max(1, length / ActivityRules.DAY)))));
      return;
    }
    DateStart start = new DateStart(new ICalDate(Date.from(when.at()), true));
    event.setDateStart(start);
    if (length > 0) {
      event.setDuration(new Duration.Builder().hours(length / 60).minutes(length % 60).build());
    }
    place(start, when);
  }

  /** Says in which zone a property's time is meant. */
  void place(ICalProperty property, When when) {
    ZoneId zone = when.zone();
    if (zone != null && !(zone instanceof ZoneOffset) && !zone.getId().equals("UTC")) {
      calendar
          .getTimezoneInfo()
          .setTimezone(property, zones.computeIfAbsent(zone, ZoneComponents::of));
    }
  }

  static ICalDate date(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }

  public String text() {
    return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
  }
}
