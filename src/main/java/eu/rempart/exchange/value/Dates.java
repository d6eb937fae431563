package eu.rempart.exchange.value;

import eu.rempart.common.Birthday;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads birthdays as programs and people write them. */
public final class Dates {

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.]?(\\d{1,2})[-/.]?(\\d{1,2})(?:[T ].*)?");
  private static final Pattern NO_YEAR = Pattern.compile("--(\\d{2})-?(\\d{2})(?:T.*)?");
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})[-/. ]{1,2}(\\d{1,2})[-/. ]{1,2}(\\d{4}|\\d{2})(?:[T ,].*)?");
  private static final Pattern TEXT_DAY_FIRST =
      Pattern.compile(
          "(?:\\p{L}+\\.?,? )?(\\d{1,2})(?:\\.|er|st|nd|rd|th)?[ -](\\p{L}+)\\.?,?"
              + "(?:[ -](\\d{4}|\\d{2}))?");
  private static final Pattern TEXT_MONTH_FIRST =
      Pattern.compile(
          "(?:\\p{L}+\\.?,? )?(\\p{L}+)\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");

  private static final Map<String, Integer> MONTHS = months();

  private static final int MONTHS_OF_YEAR = 12;

  /** How far ahead a day may lie whose year has two digits. */
  private static final int AHEAD = 20;

  private Dates() {}

  /** Whether a program writes this where it has no date: Outlook's {@code 0/0/00}. */
  public static boolean isBlank(String text) {
    return text.chars().noneMatch(c -> Character.isLetter(c) || (c >= '1' && c <= '9'));
  }

  /**
   * Reads a birthday, with or without year. A year of two digits lies in the past hundred years.
   *
   * @param today to tell the past from the future: a birthday to come is none
   */
  public static Optional<Birthday> birthday(String text, DateOrder order, LocalDate today) {
    try {
      var birthday = read(text.strip(), order, today.getYear());
      return birthday == null || birthday.date().filter(today::isBefore).isPresent()
          ? Optional.empty()
          : Optional.of(birthday);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /**
   * Reads a whole date, be it past or to come. A year of two digits lies at most twenty years
   * ahead.
   */
  public static Optional<LocalDate> day(String text, DateOrder order, LocalDate today) {
    try {
      var read = read(text.strip(), order, today.getYear() + AHEAD);
      return read == null ? Optional.empty() : read.date();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The order that these values prove, or nothing when they would do for both. */
  public static Optional<DateOrder> order(List<String> values) {
    return values.stream().flatMap(value -> order(value).stream()).findFirst();
  }

  /** The order that this value proves, or nothing when it would do for both, or is no such date. */
  public static Optional<DateOrder> order(String value) {
    var m = NUMBERS.matcher(value.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    var first = part(m, 1);
    var second = part(m, 2);
    if (hasPoints(m) || (first > MONTHS_OF_YEAR && second <= MONTHS_OF_YEAR)) {
      return Optional.of(DateOrder.DAY_FIRST);
    }
    return first <= MONTHS_OF_YEAR && second > MONTHS_OF_YEAR
        ? Optional.of(DateOrder.MONTH_FIRST)
        : Optional.empty();
  }

  /** Whether this is one day with the day first, and another with the month first. */
  public static boolean couldBeTwo(String value) {
    var m = NUMBERS.matcher(value.strip());
    if (!m.matches() || order(value).isPresent()) {
      return false;
    }
    var first = part(m, 1);
    var second = part(m, 2);
    // groups of two digits with blanks between them are a phone number
    var date = m.group(3).length() > 2 || value.contains("/") || value.contains("-");
    return date && first != second && isMonth(first) && isMonth(second);
  }

  /** Whether points part the numbers, as they do where the day comes first. */
  private static boolean hasPoints(Matcher numbers) {
    return numbers.group().substring(0, numbers.start(3)).contains(".");
  }

  private static boolean isMonth(int number) {
    return number >= 1 && number <= MONTHS_OF_YEAR;
  }

  private static @Nullable Birthday read(String text, DateOrder order, int latest) {
    var m = NO_YEAR.matcher(text);
    if (m.matches()) {
      return new Birthday(MonthDay.of(part(m, 1), part(m, 2)), null);
    }
    m = ISO.matcher(text);
    if (m.matches()) {
      return birthday(part(m, 1), part(m, 2), part(m, 3));
    }
    m = NUMBERS.matcher(text);
    if (m.matches()) {
      var year = full(m.group(3), latest);
      var dayFirst = order == DateOrder.DAY_FIRST || hasPoints(m);
      return dayFirst
          ? birthday(year, part(m, 2), part(m, 1))
          : birthday(year, part(m, 1), part(m, 2));
    }
    m = TEXT_DAY_FIRST.matcher(text);
    if (m.matches()) {
      return named(m.group(2), part(m, 1), m.group(3), latest);
    }
    m = TEXT_MONTH_FIRST.matcher(text);
    return m.matches() ? named(m.group(1), part(m, 2), m.group(3), latest) : null;
  }

  private static @Nullable Birthday named(
      String monthName, int day, @Nullable String year, int latest) {
    var month = MONTHS.get(TextKey.of(monthName));
    if (month == null) {
      return null;
    }
    return year == null
        ? new Birthday(MonthDay.of(month, day), null)
        : birthday(full(year, latest), month, day);
  }

  /** Apple and others write year 1604 where they know none. */
  private static Birthday birthday(int year, int month, int day) {
    return new Birthday(MonthDay.of(month, day), year == 1604 ? null : Integer.valueOf(year));
  }

  /** Of two digits: the last year that ends so and is not after this one. */
  private static int full(String digits, int latest) {
    var year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    var recent = latest / 100 * 100 + year;
    return recent > latest ? recent - 100 : recent;
  }

  private static int part(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  private static Map<String, Integer> months() {
    var names = new HashMap<String, Integer>();
    for (var language : List.of("en", "fr", "de", "nl", "ro", "it", "es", "pt", "pl")) {
      for (var month : Month.values()) {
        for (var style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
          var name = TextKey.of(month.getDisplayName(style, Locale.of(language)));
          names.putIfAbsent(name, month.getValue());
        }
      }
    }
    return names;
  }
}
