package eu.rempart.watch.objective;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What availability is aimed at: a share of checks that are well, over some time.
 *
 * @param thousandths of a per cent: 99900 is 99.9 %; 50000 to 99999
 */
public record Objective(int thousandths, Over over) {

  /** What is usual, in thousandths of a per cent. */
  public static final List<Integer> USUAL = List.of(99_000, 99_500, 99_900, 99_950, 99_990);

  private static final int LEAST = 50_000;
  private static final int WHOLE = 100_000;
  private static final int DAYS = 30;

  /** Over which days, by UTC. */
  public enum Over {
    /** Today and the 29 days before it. */
    THIRTY_DAYS,
    /** The month of the calendar. */
    MONTH
  }

  /** Checks. */
  public Objective {
    if (thousandths < LEAST || thousandths >= WHOLE) {
      throw new IllegalArgumentException(
          "an objective is %d to %d thousandths of a per cent, not %d"
              .formatted(LEAST, WHOLE - 1, thousandths));
    }
  }

  /** In per cent: 99.9, 99.95. */
  public BigDecimal percent() {
    BigDecimal percent = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
    return percent.scale() < 0 ? percent.setScale(0) : percent;
  }

  /** The share of checks that may fail, above 0. */
  double mayFail() {
    return (WHOLE - thousandths) / (double) WHOLE;
  }

  /** The first of its days. */
  public LocalDate firstDay(LocalDate today) {
    return switch (over) {
      case THIRTY_DAYS -> today.minusDays(DAYS - 1L);
      case MONTH -> today.withDayOfMonth(1);
    };
  }

  /** How long it is as a whole, with what is still to come of it. */
  Duration length(LocalDate today) {
    return Duration.ofDays(
        switch (over) {
          case THIRTY_DAYS -> DAYS;
          case MONTH -> today.lengthOfMonth();
        });
  }
}
