package eu.rempart.watch.objective;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;

/**
 * What may fail within an objective, and what of it did. A failed check stands for its part of the
 * day that was watched.
 *
 * @param whole what may fail
 * @param spent what did
 */
public record Budget(Objective objective, Duration whole, Duration spent, Burn burn) {

  /**
   * Of an objective.
   *
   * @param days those of the objective, as far as they were watched
   */
  public static Budget of(
      Objective objective, LocalDate today, Collection<DayTally> days, Burn burn) {
    Duration whole =
        Duration.ofMillis(Math.round(objective.length(today).toMillis() * objective.mayFail()));
    Duration spent = days.stream().map(DayTally::failed).reduce(Duration.ZERO, Duration::plus);
    return new Budget(objective, whole, spent, burn);
  }

  /** What is left; below zero where more failed than may. */
  public Duration left() {
    return whole.minus(spent);
  }

  /** Whether more failed than may. */
  public boolean overspent() {
    return left().isNegative();
  }

  /** What is left in per cent, to one decimal; below zero where more failed than may. */
  public BigDecimal leftPercent() {
    return BigDecimal.valueOf(left().toMillis() * 100.0 / whole.toMillis())
        .setScale(1, RoundingMode.HALF_UP);
  }

  /** The same between 0 and 1, for bars. */
  public double leftShare() {
    return Math.clamp(left().toMillis() / (double) whole.toMillis(), 0.0, 1.0);
  }
}
