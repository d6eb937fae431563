package eu.rempart.common.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a day: 31/12/2026, 31.12.26, 31-12-2026, 2026-12-31, 31122026, 31/12, 31 Dec 2026, mar. 8
 * déc. 2026, tomorrow. Names of months are known in the languages of {@link DateWords}; the order
 * of figures alone is the locale's.
 */
public final class DateReader {

  /** Which day is meant where no year is written. */
  public enum Side {
    /** Today, or the next such day. */
    FUTURE,
    /** Today, or the last such day. */
    PAST
  }

  private static final int LONGEST = 60;
  private static final int FIRST_YEAR = 1500;
  private static final int LAST_YEAR = 2999;

  /** A year of two figures lies at most so many years ahead. */
  private static final int AHEAD = 50;

  /** So many years hold each day of the calendar, 29 February too. */
  private static final int LEAP = 8;

  private static final int CENTURY = 100;
  private static final Pattern PART = Pattern.compile("(\\d+)|(\\p{L}[\\p{L}\\p{M}'’]*)");
  private static final Pattern BETWEEN = Pattern.compile("[\\s./,\\-–\\u00a0\\u202f\\u2009]*");

  private final Locale locale;
  private final LocalDate today;
  private final Side side;

  /**
   * A reader.
   *
   * @param locale whose order of day and month is meant where it can be either
   */
  public DateReader(Locale locale, LocalDate today, Side side) {
    this.locale = locale;
    this.today = today;
    this.side = side;
  }

  /** The day that a text says; empty where it says none, such as 31/02 or 2026. */
  public Optional<LocalDate> read(String typed) {
    String text = typed.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<LocalDate> named = DateWords.daysFromToday(text).map(today::plusDays);
    return named.isPresent() ? named : Parts.of(text).flatMap(this::day);
  }

  private Optional<LocalDate> day(Parts parts) {
    List<String> figures = parts.figures();
    if (parts.month().isPresent()) {
      return withMonth(parts.month().getAsInt(), figures);
    }
    return switch (figures.size()) {
      case 1 -> together(figures.getFirst());
      case 2 -> withoutYear(figures.get(0), figures.get(1));
      case 3 -> ordered(figures);
      default -> Optional.empty();
    };
  }

  private Optional<LocalDate> withMonth(int month, List<String> figures) {
    return switch (figures.size()) {
      case 1 -> nearest(month, number(figures.getFirst()));
      case 2 ->
          isYear(figures.getFirst())
              ? day(figures.getFirst(), month, number(figures.get(1)))
              : day(figures.get(1), month, number(figures.getFirst()));
      default -> Optional.empty();
    };
  }

  private Optional<LocalDate> ordered(List<String> figures) {
    if (isYear(figures.getFirst())) {
      return day(figures.getFirst(), number(figures.get(1)), number(figures.get(2)));
    }
    int first = number(figures.getFirst());
    int second = number(figures.get(1));
    String year = figures.get(2);
    Optional<LocalDate> usual =
        isMonthFirst() ? day(year, first, second) : day(year, second, first);
    // with a whole year, an order that can't be the locale's is the other one
    return usual.isPresent() || !isYear(year)
        ? usual
        : isMonthFirst() ? day(year, second, first) : day(year, first, second);
  }

  private Optional<LocalDate> withoutYear(String first, String second) {
    return isMonthFirst()
        ? nearest(number(first), number(second))
        : nearest(number(second), number(first));
  }

  private Optional<LocalDate> together(String figures) {
    if (figures.length() == 8) {
      Optional<LocalDate> yearLast =
          ordered(List.of(figures.substring(0, 2), figures.substring(2, 4), figures.substring(4)));
      return yearLast.isPresent()
          ? yearLast
          : ordered(
              List.of(figures.substring(0, 4), figures.substring(4, 6), figures.substring(6)));
    }
    return figures.length() == 6
        ? ordered(List.of(figures.substring(0, 2), figures.substring(2, 4), figures.substring(4)))
        : Optional.empty();
  }

  private Optional<LocalDate> day(String year, int month, int day) {
    if (isYear(year)) {
      return day(number(year), month, day);
    }
    if (year.length() != 2) {
      return Optional.empty();
    }
    int near = today.getYear() / CENTURY * CENTURY + number(year);
    return day(near > today.getYear() + AHEAD ? near - CENTURY : near, month, day);
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    return year >= FIRST_YEAR
            && year <= LAST_YEAR
            && month >= 1
            && month <= 12
            && YearMonth.of(year, month).isValidDay(day)
        ? Optional.of(LocalDate.of(year, month, day))
        : Optional.empty();
  }

  private Optional<LocalDate> nearest(int month, int day) {
    int step = side == Side.FUTURE ? 1 : -1;
    for (int years = 0; years <= LEAP; years++) {
      Optional<LocalDate> that = day(today.getYear() + step * years, month, day);
      if (that.isPresent()
          && (side == Side.FUTURE ? !that.get().isBefore(today) : !that.get().isAfter(today))) {
        return that;
      }
    }
    return Optional.empty();
  }

  private boolean isMonthFirst() {
    return Locale.US.getCountry().equals(locale.getCountry());
  }

  private static boolean isYear(String figures) {
    return figures.length() == 4;
  }

  /** Too long to be a day, month or year: none. */
  private static int number(String figures) {
    return figures.length() > 4 ? -1 : Integer.parseInt(figures);
  }

  /** Figures in their order, and the month where a word names it. */
  private record Parts(List<String> figures, OptionalInt month) {

    /** Empty where something else stands between or among them. */
    static Optional<Parts> of(String text) {
      List<String> figures = new ArrayList<>();
      List<String> words = new ArrayList<>();
      Matcher part = PART.matcher(text);
      int end = 0;
      while (part.find()) {
        if (!BETWEEN.matcher(text.substring(end, part.start())).matches()) {
          return Optional.empty();
        }
        end = part.end();
        if (part.group(1) != null) {
          figures.add(part.group(1));
        } else {
          words.add(part.group(2));
        }
      }
      if (!BETWEEN.matcher(text.substring(end)).matches()
          || text.startsWith("-")
          || text.startsWith("–")) {
        return Optional.empty();
      }
      return DateWords.month(words).map(month -> new Parts(List.copyOf(figures), month));
    }
  }
}
