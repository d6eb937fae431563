package eu.rempart.activity.ui.field;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.activity.value.Nth;
import eu.rempart.shell.text.Texts;
import java.text.ListFormat;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Any rule of RFC 5545 in words, part by part: every second month, on the last Friday. */
final class RecurrenceWords {

  private static final Set<String> SILENT = Set.of("FREQ", "INTERVAL", "WKST", "UNTIL", "COUNT");

  /** Weekdays of the year and of series of weeks have no word of their own. */
  private static final int NAMED = 5;

  private RecurrenceWords() {}

  /** In words; the rule as it stands where a part of it is none that people write. */
  static String of(RecurrenceChoice choice) {
    Map<String, String> parts = RecurrenceChoice.parts(choice.base());
    Optional<String> often = often(parts, choice.kind());
    List<Optional<String>> said = new ArrayList<>();
    if (choice.kind() == RecurrenceChoice.Kind.MONTHLY && choice.nth() != null) {
      said.add(Optional.of(nth(choice.nth())));
    } else if (choice.kind() != RecurrenceChoice.Kind.WORKDAYS) {
      parts.entrySet().stream()
          .filter(part -> !SILENT.contains(part.getKey()))
          .sorted(Comparator.comparingInt(part -> order(part.getKey())))
          .forEach(part -> said.add(part(part.getKey(), part.getValue())));
    }
    if (often.isEmpty() || said.stream().anyMatch(Optional::isEmpty)) {
      return t("activity.recurrence.other", choice.base());
    }
    said.addFirst(often);
    return said.stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
  }

  private static Optional<String> often(Map<String, String> parts, RecurrenceChoice.Kind kind) {
    if (kind == RecurrenceChoice.Kind.WORKDAYS) {
      return Optional.of(t("activity.recurrence.WORKDAYS"));
    }
    String freq = parts.getOrDefault("FREQ", "");
    Optional<Integer> every = number(parts.getOrDefault("INTERVAL", "1"));
    return Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").contains(freq)
        ? every.map(count -> t("activity.recurrence.every." + freq, count))
        : Optional.empty();
  }

  /** Days before months, and what picks of them at the end. */
  private static int order(String part) {
    return List.of(
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYHOUR",
            "BYMINUTE",
            "BYSECOND",
            "BYSETPOS")
        .indexOf(part);
  }

  private static Optional<String> part(String name, String values) {
    return switch (name) {
      case "BYDAY" -> days(values);
      case "BYMONTHDAY" -> numbers(values, RecurrenceWords::monthDay);
      case "BYYEARDAY" -> counted(values, "activity.recurrence.yearday");
      case "BYWEEKNO" -> counted(values, "activity.recurrence.week");
      case "BYMONTH" ->
          numbers(values, RecurrenceWords::month)
              .map(months -> t("activity.recurrence.month", months));
      case "BYHOUR" -> listed(values, "activity.recurrence.hour");
      case "BYMINUTE" -> listed(values, "activity.recurrence.minute");
      case "BYSECOND" -> listed(values, "activity.recurrence.second");
      case "BYSETPOS" -> counted(values, "activity.recurrence.position");
      default -> Optional.empty();
    };
  }

  private static Optional<String> days(String values) {
    List<Optional<Nth>> all = split(values).map(Nth::of).toList();
    if (all.isEmpty() || all.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<Nth> days = all.stream().flatMap(Optional::stream).toList();
    return Optional.of(
        days.stream().allMatch(each -> each.number() == 0)
            ? t(
                "activity.recurrence.on",
                joined(days.stream().map(each -> weekday(each.day())).toList()))
            : joined(days.stream().map(RecurrenceWords::nth).toList()));
  }

  /** Such as "on the second Tuesday". */
  static String nth(Nth one) {
    String day = weekday(one.day());
    int number = one.number();
    if (number == 0) {
      return t("activity.recurrence.on", day);
    }
    if (number > NAMED) {
      return t("activity.recurrence.nth.later", day, number);
    }
    return number < -2
        ? t("activity.recurrence.nth.before", day, -number)
        : t("activity.recurrence.nth." + number, day);
  }

  static String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Texts.locale());
  }

  static String monthDay(int number) {
    return number == -1
        ? t("activity.recurrence.monthday.last")
        : number < 0
            ? t("activity.recurrence.monthday.before", -number)
            : t("activity.recurrence.monthday", number);
  }

  private static String month(int number) {
    return number < 1 || number > 12
        ? Integer.toString(number)
        : Month.of(number).getDisplayName(TextStyle.FULL, Texts.locale());
  }

  /** From the beginning where they are above zero, from the end where they are below. */
  private static Optional<String> counted(String values, String key) {
    return numbers(
        values, number -> number < 0 ? t(key + ".before", -number) : t(key + ".nth", number));
  }

  private static Optional<String> listed(String values, String key) {
    return numbers(values, number -> Integer.toString(number)).map(all -> t(key, all));
  }

  private static Optional<String> numbers(String values, Function<Integer, String> words) {
    List<Optional<Integer>> all = split(values).map(RecurrenceWords::number).toList();
    return all.isEmpty() || all.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(joined(all.stream().flatMap(Optional::stream).map(words).toList()));
  }

  private static java.util.stream.Stream<String> split(String values) {
    return Arrays.stream(values.split(",", -1));
  }

  private static Optional<Integer> number(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String joined(List<String> all) {
    return ListFormat.getInstance(Texts.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
        .format(all);
  }
}
