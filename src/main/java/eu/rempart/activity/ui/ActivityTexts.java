package eu.rempart.activity.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityField;
import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ui.field.RecurrenceTexts;
import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.CallDirection;
import eu.rempart.activity.value.Reminders;
import eu.rempart.activity.value.When;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.db.sealed.Opened;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.tag.TagBook;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fields and values of activities in words. */
public final class ActivityTexts {

  private ActivityTexts() {}

  /** Name of a field. */
  public static String label(ActivityField field) {
    return t("activity.field." + field.column());
  }

  public static String kind(ActivityKind kind) {
    return t("activity.kind." + kind.name());
  }

  static Glyph glyph(ActivityKind kind) {
    return switch (kind) {
      case TASK -> Glyph.CHECK;
      case CALL -> Glyph.PHONE;
      case MEETING -> Glyph.MEMBERS;
    };
  }

  public static String status(ActivityStatus status) {
    return t("activity.status." + status.name());
  }

  /** Its status: a meeting whose time has gone is over, and nobody knows whether it was held. */
  static String status(ActivityData data, Instant now) {
    return over(data, now) ? t("activity.status.over") : status(data.status());
  }

  static String priority(ActivityPriority priority) {
    return t("activity.priority." + priority.name());
  }

  static String direction(CallDirection direction) {
    return t("activity.direction." + direction.name());
  }

  /** What is wrong with a field, and what would be right. */
  static String problem(ActivityField field, InvalidFieldException.Problem problem) {
    return switch (field) {
      case SUBJECT -> t("activity.problem.SUBJECT");
      case REMINDER -> t("activity.problem.REMINDERS", Reminders.MOST);
      case CUSTOM -> t("shell.custom.stale");
      default -> t("activity.problem." + problem.name());
    };
  }

  /** Subject for titles; the sealed mark where it does not open. */
  public static String title(ActivityData data, Map<ActivityField, String> unopenable) {
    String subject = data.subject();
    String code = unopenable.get(ActivityField.SUBJECT);
    return subject != null ? subject : code == null ? "" : t("shell.sealed", code);
  }

  /** Such as "Tomorrow, 14:30" or "Thu, 26 Nov 2026". */
  static String when(When when, Instant now) {
    ZoneId zone = Formats.zone();
    String day = day(when.day(zone), LocalDate.ofInstant(now, zone));
    return when.allDay()
        ? day
        : t("activity.when.at", day, Formats.time(when.in(zone).toLocalTime()));
  }

  static String day(LocalDate day, LocalDate today) {
    long away = ChronoUnit.DAYS.between(today, day);
    if (away == 0) {
      return t("activity.when.today");
    }
    if (away == 1) {
      return t("activity.when.tomorrow");
    }
    return away == -1 ? t("activity.when.yesterday") : Formats.weekday(day);
  }

  /** Whether it should have been done by now: a meeting is merely over. */
  public static boolean overdue(ActivityData data, Instant now) {
    When when = data.when();
    return data.status() == ActivityStatus.OPEN
        && data.kind() != ActivityKind.MEETING
        && when != null
        && when.before(now, Formats.zone());
  }

  /**
   * Whether it is a meeting that has ended, and that nobody called off or marked as done. A series
   * stands at its first one and goes on.
   */
  static boolean over(ActivityData data, Instant now) {
    return data.kind() == ActivityKind.MEETING
        && data.status() == ActivityStatus.OPEN
        && data.recurrence() == null
        && data.when() != null
        && end(data.when(), data.minutes()).before(now, Formats.zone());
  }

  /** The moment at which it ends, of whole days the last one. */
  private static When end(When when, @Nullable Integer minutes) {
    int length = minutes == null ? 0 : minutes;
    int further = when.allDay() ? Math.max(length - ActivityRules.DAY, 0) : length;
    return new When(when.at().plus(further, ChronoUnit.MINUTES), when.zone());
  }

  /** Such as "45 min", "2 h", "1 h 30 min", "3 days". */
  public static String minutes(int minutes) {
    if (minutes > 0 && minutes % ActivityRules.DAY == 0) {
      return t("activity.days", minutes / ActivityRules.DAY);
    }
    int hours = minutes / 60;
    int rest = minutes % 60;
    if (hours == 0) {
      return t("activity.minutes", rest);
    }
    return rest == 0 ? t("activity.hours", hours) : t("activity.hours.minutes", hours, rest);
  }

  /** One line on it: kind, when, how long. */
  public static String line(ActivityData data, Instant now) {
    When when = data.when();
    Integer minutes = data.minutes();
    return Stream.of(
            kind(data.kind()),
            when == null ? "" : when(when, now),
            minutes == null || minutes == 0 ? "" : minutes(minutes),
            data.recurrence() == null ? "" : t("activity.recurs"))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** One field as a text of one or more lines; empty where it is. */
  static String value(
      ActivityField field,
      ActivityData data,
      Map<UUID, String> members,
      TagBook tags,
      CustomBook custom) {
    return switch (field) {
      case KIND -> kind(data.kind());
      case SUBJECT -> text(data.subject());
      case WHEN -> data.when() == null ? "" : when(data.when(), Instant.now());
      case MINUTES -> data.minutes() == null ? "" : minutes(data.minutes());
      case RECURRENCE -> RecurrenceTexts.words(data.recurrence(), data.when());
      case REMINDER ->
          data.reminders().stream()
              .map(RecurrenceTexts::reminder)
              .collect(Collectors.joining(", "));
      case STATUS -> status(data, Instant.now());
      case PRIORITY -> priority(data.priority());
      case DIRECTION -> data.direction() == null ? "" : direction(data.direction());
      case PLACE -> text(data.place());
      case DESCRIPTION -> text(data.description());
      case TAGS -> tags.names(data.tags());
      case CUSTOM -> custom.lines(data.custom());
      case OWNER -> members.getOrDefault(data.ownerId(), "");
      case EXTERNAL_ID -> text(data.externalId());
    };
  }

  /** A cell: the value, or the mark in words where it does not open. */
  static String cell(
      ActivityField field, Map<ActivityField, String> unopenable, @Nullable String value) {
    String code = unopenable.get(field);
    return code == null ? text(value) : SealedMark.text(new Opened.Unopenable<String>(code));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
