package eu.rempart.activity.ical;

import biweekly.ICalVersion;
import biweekly.component.ICalComponent;
import biweekly.component.VEvent;
import biweekly.component.VTodo;
import biweekly.io.TimezoneInfo;
import biweekly.io.WriteContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.property.DateStart;
import biweekly.property.ExceptionDates;
import biweekly.property.ExceptionRule;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceProperty;
import biweekly.property.RecurrenceRule;
import biweekly.property.TextProperty;
import biweekly.util.ICalDate;
import biweekly.util.Period;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityDataBuilder;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ical.CalendarReader.Found;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.Recurrence;
import eu.rempart.activity.value.When;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one event or task of a calendar file, of whatever program. */
final class ComponentReader {

  /** Of series with a rule of exceptions, which hardly any program writes any more. */
  private static final int MOST_EXCEPTIONS = 400;

  private static final ZoneId UTC = ZoneId.of("UTC");

  private final CalendarTimes times;
  private final TimezoneInfo zones;
  private final String part;
  private final Set<CalendarRemark.Why> remarks = EnumSet.noneOf(CalendarRemark.Why.class);

  /**
   * For one.
   *
   * @param part its text
   */
  ComponentReader(CalendarTimes times, TimezoneInfo zones, String part) {
    this.times = times;
    this.zones = zones;
    this.part = part;
  }

  private Set<CalendarRemark.Why> remarks() {
    if (!times.isSure()) {
      remarks.add(CalendarRemark.Why.ZONE);
    }
    return remarks;
  }

  /** What an event comes to: itself, and what its dates add to it. */
  List<Found> event(VEvent event) {
    ActivityDataBuilder data =
        common(text(event.getUid()), text(event.getSummary()), text(event.getDescription()));
    When when = times.read(event.getDateStart(), zones);
    When occurrence = times.read(event.getRecurrenceId(), zones);
    String rule = occurrence == null && when != null ? rule(event.getRecurrenceRule(), when) : null;
    if (rule != null && when != null && isUtc(event.getDateStart())) {
      when = new When(when.at(), UTC); // what is told in UTC recurs there: it has no summers
    }
    data.place(cut(text(event.getLocation()), ActivityRules.MAX_PLACE));
    Integer minutes = minutes(event, when);
    data.minutes(minutes);
    data.kind(kind(event, ActivityKind.MEETING));
    String status = event.getStatus() == null ? "" : event.getStatus().getValue();
    data.status(
        "CANCELLED".equalsIgnoreCase(status) ? ActivityStatus.CANCELLED : doneOrOpen(event));
    data.priority(priority(event.getPriority() == null ? null : event.getPriority().getValue()));
    if (when != null) {
      data.reminders(Alarms.read(event.getAlarms(), when, when.at(), end(when, minutes)));
    }
    if (occurrence != null && event.getRecurrenceId().getRange() != null) {
      remarks.add(CalendarRemark.Why.ONE_ONLY);
    }
    if (occurrence != null || when == null) {
      return List.of(new Found(data.when(when).build(), List.of(), occurrence, remarks()));
    }
    return series(event, data, when, rule);
  }

  /** What comes more than once, or may: with its rule, and dates beside it. */
  private List<Found> series(
      ICalComponent component, ActivityDataBuilder data, When when, @Nullable String text) {
    if (component.getProperties(RecurrenceRule.class).size() > 1) {
      remarks.add(CalendarRemark.Why.ONE_RULE);
    }
    Set<When> leftOut = new LinkedHashSet<>();
    for (ExceptionDates dates : component.getProperties(ExceptionDates.class)) {
      leftOut.addAll(times.leftOut(dates, when, zones));
    }
    Optional<Recurrence> rule = Recurrence.parse(text, when);
    rule.ifPresent(found -> exceptions(component, found, when, leftOut));
    List<Found> all = new ArrayList<>();
    List<Found> dates = dates(component, data.when(when).build(), rule, leftOut);
    When first = when;
    if (rule.isPresent() && leftOut.contains(when)) {
      // a beginning that the rule does not have is none of the series where it is left out
      first = rule.get().from(when, when.at()).orElse(when);
    }
    boolean nothing =
        text == null
            ? leftOut.contains(when)
            : rule.isPresent() && nothingIsLeft(rule.get(), when, leftOut);
    if (nothing) {
      if (dates.isEmpty()) {
        data.status(ActivityStatus.CANCELLED);
        all.add(new Found(data.build(), List.of(), null, remarks()));
      }
    } else {
      data.when(first).recurrence(text);
      all.add(
          new Found(
              data.build(), text == null ? List.of() : List.copyOf(leftOut), null, remarks()));
    }
    all.addAll(dates);
    return all;
  }

  private static boolean nothingIsLeft(Recurrence rule, When first, Set<When> leftOut) {
    return !rule.endless()
        && !leftOut.isEmpty()
        && leftOut.contains(first)
        && leftOut.containsAll(rule.within(first, first.at(), Instant.MAX));
  }

  /**
   * What a rule of exceptions leaves out of a series that ends; of one that doesn't, it is said.
   */
  private void exceptions(ICalComponent component, Recurrence rule, When when, Set<When> leftOut) {
    for (RecurrenceProperty exception : component.getProperties(ExceptionRule.class)) {
      Optional<Recurrence> left = Recurrence.parse(text(exception), when);
      List<When> all = rule.endless() ? List.of() : rule.within(when, when.at(), Instant.MAX);
      if (left.isEmpty() || all.isEmpty() || all.size() > MOST_EXCEPTIONS) {
        remarks.add(CalendarRemark.Why.EXCEPTIONS);
      } else {
        Set<When> out =
            new HashSet<>(left.get().within(when, when.at(), all.getLast().at().plusSeconds(1)));
        all.stream().filter(out::contains).forEach(leftOut::add);
      }
    }
  }

  /** Dates beside the rule: each is an activity of its own, known again by its place. */
  private List<Found> dates(
      ICalComponent component, ActivityData series, Optional<Recurrence> rule, Set<When> leftOut) {
    When first = Objects.requireNonNull(series.when());
    List<Found> found = new ArrayList<>();
    Set<When> seen = new HashSet<>(leftOut);
    seen.add(first);
    for (RecurrenceDates dates : component.getProperties(RecurrenceDates.class)) {
      for (ICalDate date : dates.getDates()) {
        add(found, seen, rule, series, times.read(date, dates, zones), series.minutes());
      }
      for (Period period : dates.getPeriods()) {
        When start = times.read(period.getStartDate(), dates, zones);
        add(found, seen, rule, series, start, minutes(period, dates, start));
      }
    }
    return found;
  }

  private @Nullable Integer minutes(Period period, RecurrenceDates dates, @Nullable When start) {
    if (period.getDuration() != null) {
      return (int) Math.max(0, period.getDuration().toMillis() / 60_000);
    }
    When end = period.getEndDate() == null ? null : times.read(period.getEndDate(), dates, zones);
    return start == null || end == null
        ? null
        : (int) Math.max(0, Duration.between(start.at(), end.at()).toMinutes());
  }

  private void add(
      List<Found> found,
      Set<When> seen,
      Optional<Recurrence> rule,
      ActivityData series,
      @Nullable When read,
      @Nullable Integer minutes) {
    When first = Objects.requireNonNull(series.when());
    When when = read == null ? null : CalendarTimes.like(read, first);
    if (when == null
        || !seen.add(when)
        || rule.flatMap(r -> r.from(first, when.at())).filter(when::equals).isPresent()) {
      return;
    }
    ActivityData one =
        series.toBuilder()
            .externalId(Found.number(series.externalId() + " " + when.at()))
            .when(when)
            .minutes(minutes == null || minutes == 0 ? null : minutes)
            .recurrence(null)
            .build();
    found.add(new Found(one, List.of(), null, remarks()));
  }

  /** Null also for a rule that is over before it begins: the beginning is there alone. */
  private static @Nullable String rule(@Nullable RecurrenceProperty property, When first) {
    String rule = text(property);
    return rule == null || !Recurrence.isOver(rule, first) ? rule : null;
  }

  private static boolean isUtc(DateStart start) {
    return start.getValue().getRawComponents() != null
        && start.getValue().getRawComponents().isUtc();
  }

  private static @Nullable String text(@Nullable RecurrenceProperty rule) {
    if (rule == null || rule.getValue() == null) {
      return null;
    }
    return new RecurrenceRuleScribe()
        .writeText(
            new RecurrenceRule(rule.getValue()),
            new WriteContext(ICalVersion.V2_0, new TimezoneInfo(), null));
  }

  /** What a task comes to, as {@link #event}. */
  List<Found> todo(VTodo todo) {
    ActivityDataBuilder data =
        common(text(todo.getUid()), text(todo.getSummary()), text(todo.getDescription()));
    data.place(cut(text(todo.getLocation()), ActivityRules.MAX_PLACE));
    When due = times.read(todo.getDateDue(), zones);
    When start = times.read(todo.getDateStart(), zones);
    When occurrence = times.read(todo.getRecurrenceId(), zones);
    boolean recurs = todo.getRecurrenceRule() != null && occurrence == null;
    // a rule counts from the start
    When when = due == null || (recurs && start != null) ? start : due;
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
    if (occurrence != null || when == null) {
      return List.of(new Found(data.when(when).build(), List.of(), occurrence, remarks()));
    }
    return series(todo, data, when, rule(todo.getRecurrenceRule(), when));
  }

  private ActivityDataBuilder common(
      @Nullable String uid, @Nullable String subject, @Nullable String description) {
    String number = uid == null || uid.isBlank() ? CalendarParts.number(part) : uid;
    return ActivityData.builder()
        .externalId(Found.number(number))
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

  private @Nullable Integer minutes(VEvent event, @Nullable When when) {
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
    if (length != null && (length.isNegative() || length.compareTo(ActivityRules.LONGEST) > 0)) {
      remarks.add(CalendarRemark.Why.LENGTH);
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
