package eu.rempart.watch.objective;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How fast what may fail goes: at 1 it lasts just as long as the objective, at 10 a tenth of that.
 * Over several lengths of time, as in chapter 5 of the Site Reliability Workbook: a short one tells
 * early, a long one tells of what is small and goes on.
 *
 * @param hour the running hour and the one before; empty where nothing was checked
 * @param sixHours the running hour and the six before
 * @param threeDays the running day and the two before
 * @see <a href="https://sre.google/workbook/alerting-on-slos/">Alerting on SLOs</a>
 */
public record Burn(
    Optional<BigDecimal> hour, Optional<BigDecimal> sixHours, Optional<BigDecimal> threeDays) {

  /** Of 30 days' budget a fiftieth in an hour. */
  private static final BigDecimal FAST_IN_AN_HOUR = new BigDecimal("14.4");

  /** A twentieth in six hours. */
  private static final BigDecimal FAST_IN_SIX_HOURS = new BigDecimal("6");

  /** A tenth in three days. */
  private static final BigDecimal SLOW = BigDecimal.ONE;

  /** How that is to be taken. */
  public enum Pace {
    /** It lasts. */
    STEADY,
    /** It does not last, and there are days to mend it. */
    SLOW,
    /** It is gone within days or hours. */
    FAST
  }

  /** By what was checked in the three lengths of time. */
  public static Burn of(Objective objective, Tally hour, Tally sixHours, Tally threeDays) {
    return new Burn(rate(objective, hour), rate(objective, sixHours), rate(objective, threeDays));
  }

  private static Optional<BigDecimal> rate(Objective objective, Tally tally) {
    return tally.checks() == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(tally.failedShare() / objective.mayFail())
                .setScale(1, RoundingMode.HALF_UP));
  }

  /** A long time alone would go on to tell of what is over: a shorter one must agree. */
  public Pace pace() {
    if (reaches(hour, FAST_IN_AN_HOUR)
        || (reaches(sixHours, FAST_IN_SIX_HOURS) && reaches(hour, FAST_IN_SIX_HOURS))) {
      return Pace.FAST;
    }
    return reaches(threeDays, SLOW) && reaches(sixHours, SLOW) ? Pace.SLOW : Pace.STEADY;
  }

  private static boolean reaches(Optional<BigDecimal> rate, BigDecimal limit) {
    return rate.filter(known -> known.compareTo(limit) >= 0).isPresent();
  }
}
