package eu.rempart.exchange.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads days with times as programs write them: {@code 2026-03-01 14:30:00}, {@code 3/1/2026 2:30
 * PM}, {@code 1er mars 2026 à 14h30}.
 */
public final class Moments {

  private static final int LONGEST = 40;
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?:[:h](\\d{2}))?(?:[:](\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp])?\\.?[Mm]?\\.?"
              + "\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?");

  /** {@code 14h30}, {@code 14 h}, {@code 14.30 Uhr}. */
  private static final Pattern HOURS =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,2})(?: ?[hH](?: ?(\\d{2}))?(?![\\p{L}\\d])|(?:[.:](\\d{2}))? ?Uhr)");

  /** {@code 2 PM}, behind a day. */
  private static final Pattern HALF_DAY = Pattern.compile("[ ,]+\\d{1,2} ?[AaPp]\\.?[Mm]\\.?$");

  /** What may stand between a day and its time. */
  private static final Pattern BETWEEN =
      Pattern.compile("(?:,|\\s(?:à|at|um|om))\\s*$", Pattern.CASE_INSENSITIVE);

  /**
   * A day, and perhaps a time of it.
   *
   * @param offset where the text says one
   */
  public record Moment(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {

    /** The moment, in this zone unless the text says another; a day alone is its noon. */
    public Instant in(ZoneId zone) {
      return day.atTime(time == null ? LocalTime.NOON : time)
          .atZone(offset == null ? zone : offset)
          .toInstant();
    }
  }

  private Moments() {}

  /** The moment that the text is, or nothing. */
  public static Optional<Moment> parse(String text, DateOrder order, LocalDate today) {
    if (text.strip().length() > LONGEST) {
      return Optional.empty();
    }
    String stripped = withColon(text.strip());
    int cut = beginOfTime(stripped);
    String time = stripped.substring(cut).strip();
    String before = BETWEEN.matcher(stripped.substring(0, cut)).replaceFirst("");
    Optional<LocalDate> day = Dates.day(before, order, today);
    if (time.isEmpty()) {
      return day.map(d -> new Moment(d, null, null));
    }
    String bare = time.startsWith("T") ? time.substring(1) : time;
    Matcher m = TIME.matcher(bare);
    return day.isEmpty() || !m.matches()
        ? Optional.empty()
        : time(m).map(t -> new Moment(day.get(), t, offset(m.group(5))));
  }

  /** The time of the day that the text is, or nothing. */
  public static Optional<LocalTime> time(String text) {
    Matcher m = TIME.matcher(withColon(text.strip()));
    return text.length() <= LONGEST && m.matches() ? time(m) : Optional.empty();
  }

  /** The text with its time as others write it. */
  private static String withColon(String text) {
    Matcher m = HOURS.matcher(text);
    if (!m.find()) {
      return text;
    }
    String minutes = m.group(2) == null ? m.group(3) : m.group(2);
    return text.substring(0, m.start())
        + m.group(1)
        + ":"
        + (minutes == null ? "00" : minutes)
        + text.substring(m.end());
  }

  /** Where, behind a day, a time begins: at a T, or at the blank before the hours; else the end. */
  private static int beginOfTime(String text) {
    int colon = text.indexOf(':');
    Matcher half = HALF_DAY.matcher(text);
    if (colon < 0 && half.find()) {
      return half.start();
    }
    int from =
        colon < 0 ? -1 : Math.max(text.lastIndexOf(' ', colon), text.lastIndexOf('T', colon));
    return from < 0 ? text.length() : from;
  }

  private static Optional<LocalTime> time(Matcher m) {
    if (m.group(2) == null && m.group(4) == null) {
      return Optional.empty(); // a bare number is no time
    }
    try {
      int hour = Integer.parseInt(m.group(1));
      String half = m.group(4);
      if (half != null) {
        hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
      }
      return Optional.of(LocalTime.of(hour, number(m.group(2)), number(m.group(3))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static @Nullable ZoneOffset offset(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return text.startsWith("Z") || text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
