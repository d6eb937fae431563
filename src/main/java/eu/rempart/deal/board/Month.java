package eu.rempart.deal.board;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * When open deals are expected to be won: before today, in a month from today on, or not said.
 *
 * @param month null where no day is said, and for all days before today
 * @param overdue whether all days before today are meant
 */
public record Month(@Nullable YearMonth month, boolean overdue) {

  public static final Month OVERDUE = new Month(null, true);
  public static final Month UNKNOWN = new Month(null, false);

  public static Month of(YearMonth month) {
    return new Month(month, false);
  }

  /**
   * The day that a deal gets which is moved here: that of the month as before, if it has it; in a
   * month that has begun none that is over, or it would be late at once.
   */
  public @Nullable LocalDate dayLike(@Nullable LocalDate before, LocalDate today) {
    if (month == null) {
      return null;
    }
    if (before == null) {
      return month.atEndOfMonth();
    }
    LocalDate day = month.atDay(Math.min(before.getDayOfMonth(), month.lengthOfMonth()));
    return day.isBefore(today) && YearMonth.from(today).equals(month) ? today : day;
  }
}
