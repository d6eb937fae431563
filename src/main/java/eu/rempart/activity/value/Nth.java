package eu.rempart.activity.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A weekday of a month: the second Tuesday, the last Friday.
 *
 * @param number from the beginning, or from the end where it is below zero; zero for each
 */
public record Nth(int number, DayOfWeek day) {

  private static final Pattern BYDAY = Pattern.compile("([+-]?\\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)");

  /** An item of BYDAY (RFC 5545, section 3.3.10); empty for what is none. */
  public static Optional<Nth> of(String text) {
    Matcher found = BYDAY.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    String number = found.group(1);
    return Optional.of(
        new Nth(number == null ? 0 : Integer.parseInt(number), weekday(found.group(2))));
  }

  private static DayOfWeek weekday(String code) {
    for (DayOfWeek each : DayOfWeek.values()) {
      if (code(each).equals(code)) {
        return each;
      }
    }
    throw new IllegalArgumentException("expected two letters of a weekday, got " + code);
  }

  /** As RFC 5545 writes a weekday: MO. */
  public static String code(DayOfWeek day) {
    return day.name().substring(0, 2);
  }

  /** As RFC 5545 writes it: 2TU. */
  public String code() {
    return (number == 0 ? "" : Integer.toString(number)) + code(day);
  }

  /** What a day is in its month: the second Tuesday, and the last one if it is that. */
  public static List<Nth> of(@Nullable LocalDate day) {
    List<Nth> all = new ArrayList<>();
    if (day != null) {
      int number = (day.getDayOfMonth() - 1) / 7 + 1;
      if (number <= 4) { // a fifth one is not in every month
        all.add(new Nth(number, day.getDayOfWeek()));
      }
      if (day.getDayOfMonth() + 7 > day.lengthOfMonth()) {
        all.add(new Nth(-1, day.getDayOfWeek()));
      }
    }
    return all;
  }
}
