package eu.rempart.common.time;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a time of the day, to the minute: 14:30, 14h30, 14 h 30, 14.30, 1430, 14 Uhr 30, 9h, 9,
 * 2pm, 2:30 p.m.
 */
public final class TimeReader {

  /** Longer texts are no time of the day. */
  private static final int LONGEST = 24;

  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2})(?:\\s*(?:[:.]|h|uhr|u)\\s*(\\d{2})?(?::00)?\\s*(?:uhr|h|u|min)?)?"
              + "(?:\\s*([ap])\\.?\\s*m?\\.?)?");
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{1,2})(\\d{2})\\s*(?:h|uhr|u)?(?:\\s*([ap])\\.?\\s*m?\\.?)?");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f\\u2009]+");
  private static final int HALF_DAY = 12;
  private static final int DAY = 24;
  private static final int HOUR = 60;

  private TimeReader() {}

  /** The time that a text says; empty where it says none, such as 25:00, 14:75 or 99. */
  public static Optional<LocalTime> read(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    String text = SPACES.matcher(typed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return time(clock);
    }
    Matcher digits = DIGITS.matcher(text);
    return digits.matches() ? time(digits) : Optional.empty();
  }

  private static Optional<LocalTime> time(Matcher matched) {
    int hour = Integer.parseInt(matched.group(1));
    int minute = matched.group(2) == null ? 0 : Integer.parseInt(matched.group(2));
    if (matched.group(3) != null) {
      if (hour < 1 || hour > HALF_DAY) {
        return Optional.empty();
      }
      hour = hour % HALF_DAY + ("p".equals(matched.group(3)) ? HALF_DAY : 0);
    }
    return hour < DAY && minute < HOUR ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }
}
