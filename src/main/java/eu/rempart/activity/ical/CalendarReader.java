package eu.rempart.activity.ical;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.ICalComponent;
import biweekly.component.VEvent;
import biweekly.component.VTodo;
import biweekly.io.TimezoneInfo;
import biweekly.io.WriteContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.io.text.ICalReader;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceRule;
import biweekly.property.TextProperty;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ical.CalendarParts.FileCalendar;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads activities from an iCalendar file of whatever program. */
final class CalendarReader {

  /** More than a firm writes down in years; a file with more is cut into several. */
  static final int MOST = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(CalendarReader.class);

  private final CalendarTimes times;

  /**
   * @param zone of whoever brings the file: that of times without one
   */
  CalendarReader(ZoneId zone) {
    this.times = new CalendarTimes(zone);
  }

  /**
   * What a file holds of one activity.
   *
   * @param data subject and all; the external ID is its UID
   * @param leftOut occurrences that the series does not have
   * @param occurrence which one of the series of that UID it is; null for the series itself, or for
   *     what comes once
   */
  record Found(ActivityData data, List<When> leftOut, @Nullable When occurrence) {

    Found {
      leftOut = List.copyOf(leftOut);
    }

    /** One of a series that is nowhere, which comes by itself: known again by its own number. */
    Found alone() {
      String number = occurrence == null ? null : data.externalId() + " " + occurrence.at();
      return new Found(
          data.toBuilder()
              .externalId(
                  number == null || number.length() > ActivityRules.MAX_TEXT ? null : number)
              .build(),
          leftOut,
          null);
    }

    /** Says nothing: this is customer data. */
    @Override
    public String toString() {
      return "Found[hidden]";
    }
  }

  /** What a file holds, and what of it can't be read. */
  record Contents(List<Found> found, List<CalendarRemark> unread) {

    Contents {
      found = List.copyOf(found);
      unread = List.copyOf(unread);
    }
  }

  /**
   * Reads all of it. What can't be read is told; the rest is there all the same.
   *
   * @throws NoCalendarException if it holds no calendar, or too much
   */
  Contents read(byte[] file) {
    List<Found> found = new ArrayList<>();
    List<CalendarRemark> unread = new ArrayList<>();
    List<FileCalendar> calendars = CalendarParts.of(CalendarText.of(file));
    if (calendars.isEmpty()) {
      throw new NoCalendarException(NoCalendarException.Why.NO_CALENDAR);
    }
    for (FileCalendar calendar : calendars) {
      for (String part : calendar.parts()) {
        if (found.size() + unread.size() >= MOST) {
          throw new NoCalendarException(NoCalendarException.Why.TOO_MANY);
        }
        try {
          found.addAll(part(part));
        } catch (IOException | RuntimeException | AssertionError | StackOverflowError e) {
          // what strangers write may hit any corner of the parser
          LOG.info("a part of a calendar can't be read: {}", e.getClass().getName());
          unread.add(
              new CalendarRemark(CalendarParts.summary(part), CalendarRemark.Why.UNREADABLE));
        }
      }
    }
    return new Contents(found, unread);
  }

  private List<Found> part(String part) throws IOException {
    List<Found> found = new ArrayList<>();
    try (ICalReader reader = new ICalReader(part, ICalVersion.V2_0)) {
      ICalendar calendar = reader.readNext();
      if (calendar != null) {
        calendar.getEvents().forEach(event -> found.add(event(event, calendar.getTimezoneInfo())));
        calendar.getTodos().forEach(todo -> found.add(todo(todo, calendar.getTimezoneInfo())));
      }
    }
    return found;
  }

  private Found event(VEvent event, TimezoneInfo zones) {
    ActivityDataBuilder data =
        common(text(event.getUid()), text(event.getSummary()), text(event.getDescription()));
    When when = times.read(event.getDateStart(), zones);
    data.place(cut(text(event.getLocation()), ActivityRules.MAX_PLACE));
    data.when(when);
    Integer minutes = minutes(event, when, zones);
    data.minutes(minutes);
    data.kind(kind(event, ActivityKind.MEETING));
    String status = event.getStatus() == null ? "" : event.getStatus().getValue();
    data.status(
        "CANCELLED".equalsIgnoreCase(status) ? ActivityStatus.CANCELLED : doneOrOpen(event));
    data.priority(priority(event.getPriority() == null ? null : event.getPriority().getValue()));
    if (when != null) {
      data.reminders(Alarms.read(event.getAlarms(), when, when.at(), end(when, minutes)));
    }
    When occurrence = times.read(event.getRecurrenceId(), zones);
    List<When> leftOut = new ArrayList<>();
    RecurrenceRule rule = event.getRecurrenceRule();
    if (rule != null && rule.getValue() != null && occurrence == null && when != null) {
      data.recurrence(
          new RecurrenceRuleScribe()
              .writeText(rule, new WriteContext(ICalVersion.V2_0, new TimezoneInfo(), null)));
      for (ExceptionDates dates : event.getExceptionDates()) {
        leftOut.addAll(times.leftOut(dates, when, zones));
      }
    }
    return new Found(data.build(), leftOut, occurrence);
  }

  private Found todo(VTodo todo, TimezoneInfo zones) {
    ActivityDataBuilder data =
        common(text(todo.getUid()), text(todo.getSummary()), text(todo.getDescription()));
    data.place(cut(text(todo.getLocation()), ActivityRules.MAX_PLACE));
    When due = times.read(todo.getDateDue(), zones);
    When start = times.read(todo.getDateStart(), zones);
    When when = due == null ? start : due;
    data.when(when);
    if (when != null) {
      Instant begins = start == null ? when.at() : start.at();
      data.reminders(Alarms.read(todo.getAlarms(), when, begins, when.at()));
    }
    data.kind(kind(todo, ActivityKind.TASK));
    String status = todo.getStatus() == null ? "" : todo.getStatus().getValue();
    data.status(
        switch (status.toUpperCase(Locale.ROOT)) {
          case "COMPLETED" -> ActivityStatus.DONE;
          case "CANCELLED" -> ActivityStatus.CANCELLED;
          default -> ActivityStatus.OPEN;
        });
    data.priority(priority(todo.getPriority() == null ? null : todo.getPriority().getValue()));
    return new Found(data.build(), List.of(), null);
  }

  private static ActivityDataBuilder common(
      @Nullable String uid, @Nullable String subject, @Nullable String description) {
    return ActivityData.builder()
        .externalId(cut(uid, ActivityRules.MAX_TEXT))
        .subject(cut(subject, ActivityRules.MAX_SUBJECT))
        .description(cut(description, ActivityRules.MAX_DESCRIPTION));
  }

  private static @Nullable String text(@Nullable TextProperty property) {
    return property == null ? null : property.getValue();
  }

  /** What is too long is cut: better a long text without its end than none. */
  private static @Nullable String cut(@Nullable String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private static ActivityKind kind(ICalComponent component, ActivityKind otherwise) {
    var own = component.getExperimentalProperty(CalendarFile.KIND);
    if (own != null) {
      for (ActivityKind kind : ActivityKind.values()) {
        if (kind.name().equals(own.getValue())) {
          return kind;
        }
      }
    }
    return otherwise;
  }

  private static ActivityStatus doneOrOpen(ICalComponent component) {
    var done = component.getExperimentalProperty("X-REMPART-DONE");
    return done != null && "TRUE".equals(done.getValue())
        ? ActivityStatus.DONE
        : ActivityStatus.OPEN;
  }

  private static ActivityPriority priority(@Nullable Integer number) {
    if (number == null || number == 0 || number == 5) {
      return ActivityPriority.NORMAL;
    }
    return number < 5 ? ActivityPriority.HIGH : ActivityPriority.LOW;
  }

  private @Nullable Integer minutes(VEvent event, @Nullable When when, TimezoneInfo zones) {
    if (when == null) {
      return null;
    }
    Duration length = null;
    When end = times.read(event.getDateEnd(), zones);
    if (end != null) {
      length = Duration.between(when.at(), end.at());
    } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
      length = Duration.ofMillis(event.getDuration().getValue().toMillis());
    }
    if (length == null || length.isNegative() || length.isZero()) {
      return null;
    }
    long minutes = Math.min(length.toMinutes(), ActivityRules.LONGEST.toMinutes());
    if (!when.allDay()) {
      return (int) minutes;
    }
    long days = Math.max(1, minutes / ActivityRules.DAY);
    return days == 1 ? null : (int) days * ActivityRules.DAY;
  }

  /** A whole day without a length ends with itself. */
  private static Instant end(When when, @Nullable Integer minutes) {
    int otherwise = when.allDay() ? ActivityRules.DAY : 0;
    return when.at().plus(Duration.ofMinutes(minutes == null ? otherwise : minutes));
  }
}
