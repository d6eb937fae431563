package eu.rempart.activity.ui.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule of RFC 5545 as a form offers it: how often, and until when.
 *
 * @param base the rule without its end
 * @param until the last day; null where no day ends it
 * @param count how often in all; null where no number ends it
 */
record RecurrenceChoice(
    Kind kind, String base, @Nullable LocalDate until, @Nullable Integer count) {

  /** What is offered; each but the last counts from the day on which it begins. */
  enum Kind {
    DAILY("FREQ=DAILY"),
    WORKDAYS("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    WEEKLY("FREQ=WEEKLY"),
    FORTNIGHTLY("FREQ=WEEKLY;INTERVAL=2"),
    MONTHLY("FREQ=MONTHLY"),
    QUARTERLY("FREQ=MONTHLY;INTERVAL=3"),
    YEARLY("FREQ=YEARLY"),
    /** A rule that came from elsewhere. */
    OTHER("");

    private final String rule;

    Kind(String rule) {
      this.rule = rule;
    }

    String rule() {
      return rule;
    }

    private static Kind of(String base) {
      return Arrays.stream(values()).filter(one -> one.rule.equals(base)).findFirst().orElse(OTHER);
    }
  }

  static RecurrenceChoice of(String rule) {
    LocalDate until = null;
    Integer count = null;
    for (String part : rule.split(";", -1)) {
      if (part.startsWith("UNTIL=")) {
        until = day(part.substring(6));
      } else if (part.startsWith("COUNT=")) {
        count = number(part.substring(6));
      }
    }
    String base =
        Arrays.stream(rule.split(";", -1))
            .filter(part -> !part.startsWith("UNTIL=") && !part.startsWith("COUNT="))
            .collect(Collectors.joining(";"));
    return new RecurrenceChoice(Kind.of(base), base, until, count);
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(
          text.substring(0, Math.min(8, text.length())), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /** The whole rule. */
  String rule() {
    String end =
        until != null
            ? ";UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(until)
            : count != null ? ";COUNT=" + count : "";
    return base + end;
  }
}
