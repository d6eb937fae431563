package eu.rempart.common;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A day of birth whose year may be unknown, as address books often have it.
 *
 * @param day month and day
 * @param year 1 to 9999, or null when unknown
 */
public record Birthday(MonthDay day, @Nullable Integer year) {

  /**
   * Takes the parts.
   *
   * @throws DateTimeException when that year has no such day
   */
  public Birthday {
    if (year != null && (year < 1 || year > 9999 || !day.isValidYear(year))) {
      throw new DateTimeException("no such day in that year, or year not 1 to 9999");
    }
  }

  /** A birthday with its year. */
  public static Birthday of(LocalDate date) {
    return new Birthday(MonthDay.from(date), date.getYear());
  }

  /** Reads {@code 1980-03-07} or, without year, {@code --03-07} (ISO 8601, RFC 6350). */
  public static Optional<Birthday> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.startsWith("--")
              ? new Birthday(MonthDay.parse(text), null)
              : of(LocalDate.parse(text)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The form that {@link #parse} reads; to store and to exchange. */
  public String iso() {
    return year == null ? day.toString() : day.atYear(year).toString();
  }

  /** The date, where the year is known. */
  public Optional<LocalDate> date() {
    return year == null ? Optional.empty() : Optional.of(day.atYear(year));
  }

  /** The year, where it is known. */
  public OptionalInt knownYear() {
    return year == null ? OptionalInt.empty() : OptionalInt.of(year);
  }

  /**
   * Sorts as a calendar does: by month and day, and on the same day by the year, unknown ones
   * first.
   */
  public long inCalendar() {
    return (day.getMonthValue() * 100L + day.getDayOfMonth()) * 10_000 + (year == null ? 0 : year);
  }

  @Override
  public String toString() {
    return "Birthday[hidden]";
  }
}
