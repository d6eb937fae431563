package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.activity.ActivityRules;
import eu.rempart.activity.ui.ActivityTexts;
import eu.rempart.activity.value.When;
import eu.rempart.shell.text.Formats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recurrences and reminders in words. */
public final class RecurrenceTexts {

  /** Minutes before the beginning that are offered. */
  public static final List<Integer> REMINDERS =
      List.of(0, 5, 10, 15, 30, 60, 120, 1_440, 2_880, 10_080);

  private RecurrenceTexts() {}

  /**
   * A rule in words, whoever wrote it.
   *
   * @param first an occurrence, in the zone in which the rule is meant; null where none is known
   */
  public static String words(@Nullable String rule, @Nullable When first) {
    if (rule == null) {
      return "";
    }
    RecurrenceChoice choice = RecurrenceChoice.of(rule, first);
    String often = RecurrenceWords.of(choice);
    if (choice.until() != null) {
      return t("activity.recurrence.until", often, Formats.date(choice.until()));
    }
    return choice.count() == null ? often : t("activity.recurrence.count", often, choice.count());
  }

  public static String reminder(int minutes) {
    if (minutes == 0) {
      return t("activity.reminder.then");
    }
    return t(
        "activity.reminder.before",
        minutes == 7 * ActivityRules.DAY
            ? t("activity.reminder.week")
            : ActivityTexts.minutes(minutes));
  }
}
