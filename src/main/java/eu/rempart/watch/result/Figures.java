package eu.rempart.watch.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Results, added up.
 *
 * @param checks how many counted
 * @param failed how many of them were bad
 * @param excluded how many fell into planned maintenance, and were not counted
 * @param timed how many were well and timed
 * @param totalMicros the sum of the times of those
 */
public record Figures(long checks, long failed, long excluded, long timed, long totalMicros) {

  public static final Figures NONE = new Figures(0, 0, 0, 0, 0);

  private static final BigDecimal WHOLE = new BigDecimal("100.000");
  private static final BigDecimal NEARLY = new BigDecimal("99.999");

  public Figures plus(Figures more) {
    return new Figures(
        checks + more.checks,
        failed + more.failed,
        excluded + more.excluded,
        timed + more.timed,
        totalMicros + more.totalMicros);
  }

  /**
   * The share of checks that were well, in per cent to three decimals; empty before the first. It
   * is whole only where nothing failed, however much was checked.
   */
  public Optional<BigDecimal> uptime() {
    if (checks == 0) {
      return Optional.empty();
    }
    BigDecimal share =
        BigDecimal.valueOf(checks - failed)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(checks), 3, RoundingMode.HALF_UP);
    return Optional.of(failed > 0 && share.compareTo(WHOLE) == 0 ? NEARLY : share);
  }

  /** The average time of those that were well, in seconds to three decimals. */
  public Optional<BigDecimal> average() {
    return timed == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(totalMicros)
                .movePointLeft(6)
                .divide(BigDecimal.valueOf(timed), 3, RoundingMode.HALF_UP));
  }
}
