package eu.rempart.activity;

import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.Recurrence;
import eu.rempart.activity.value.Reminders;
import eu.rempart.activity.value.When;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import eu.rempart.tag.TagRules;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an activity must be like to be kept. */
public final class ActivityRules {

  public static final int MAX_SUBJECT = 249;
  public static final int MAX_PLACE = 1_000;
  public static final int MAX_DESCRIPTION = 20_000;
  public static final int MAX_TEXT = 255;

  /** A month, so that a calendar knows how far before a range to look for what reaches into it. */
  public static final Duration LONGEST = Duration.ofDays(31);

  public static final int DAY = (int) Duration.ofDays(1).toMinutes();

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private ActivityRules() {}

  /**
   * Passes, or says which field is wrong.
   *
   * @throws InvalidFieldException for the first wrong field
   */
  public static void check(ActivityData data) {
    if (data.subject() == null) {
      throw invalid(ActivityField.SUBJECT, Problem.REQUIRED);
    }
    length(ActivityField.SUBJECT, data.subject(), MAX_SUBJECT);
    length(ActivityField.PLACE, data.place(), MAX_PLACE);
    length(ActivityField.DESCRIPTION, data.description(), MAX_DESCRIPTION);
    length(ActivityField.EXTERNAL_ID, data.externalId(), MAX_TEXT);
    When when = data.when();
    if (data.kind() == ActivityKind.MEETING && when == null) {
      throw invalid(ActivityField.WHEN, Problem.REQUIRED);
    }
    if (when != null && (when.at().isBefore(FIRST) || !when.at().isBefore(LAST))) {
      throw invalid(ActivityField.WHEN, Problem.BAD_REFERENCE);
    }
    if (data.tags().size() > TagRules.MAX_ON_RECORD) {
      throw invalid(ActivityField.TAGS, Problem.TOO_LONG);
    }
    minutes(data.minutes(), when);
    coming(data, when);
  }

  private static void coming(ActivityData data, @Nullable When when) {
    if (data.reminders().stream().anyMatch(minutes -> minutes < 0)) {
      throw invalid(ActivityField.REMINDER, Problem.NEGATIVE);
    }
    if (data.reminders().size() > Reminders.MOST
        || data.reminders().stream().anyMatch(minutes -> minutes > Reminders.EARLIEST)) {
      throw invalid(ActivityField.REMINDER, Problem.TOO_LONG);
    }
    if (data.recurrence() == null) {
      return;
    }
    if (when == null) {
      throw invalid(ActivityField.WHEN, Problem.REQUIRED);
    }
    if (Recurrence.parse(data.recurrence(), when).isEmpty()) {
      throw invalid(ActivityField.RECURRENCE, Problem.BAD_REFERENCE);
    }
  }

  private static void minutes(@Nullable Integer minutes, @Nullable When when) {
    if (minutes == null) {
      return;
    }
    if (minutes < 0) {
      throw invalid(ActivityField.MINUTES, Problem.NEGATIVE);
    }
    if (minutes > LONGEST.toMinutes()) {
      throw invalid(ActivityField.MINUTES, Problem.TOO_LONG);
    }
    if (when != null && when.allDay() && minutes % DAY != 0) {
      throw invalid(ActivityField.MINUTES, Problem.BAD_REFERENCE);
    }
  }

  private static void length(ActivityField field, @Nullable String text, int max) {
    if (text != null && text.length() > max) {
      throw invalid(field, Problem.TOO_LONG);
    }
  }

  private static InvalidFieldException invalid(ActivityField field, Problem problem) {
    return new InvalidFieldException("activity.field." + field.column(), problem);
  }
}
