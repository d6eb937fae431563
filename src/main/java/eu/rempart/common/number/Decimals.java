package eu.rempart.common.number;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as people type them, who may type {@code 1e400000000}: written out that fills the memory.
 */
public final class Decimals {

  /** So many digits before the point no number has that anything here takes. */
  private static final int MOST_DIGITS = 60;

  private Decimals() {}

  /** Without zeros at its end, unless it is too large for anything: then as it is. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 && before(stripped) <= MOST_DIGITS
        ? stripped.setScale(0)
        : stripped;
  }

  /**
   * With so many digits behind the point, halves away from zero; too large a number stays as it is,
   * and is refused by whoever looks at its range.
   */
  public static BigDecimal rounded(BigDecimal number, int digits) {
    long before = before(number);
    if (before > MOST_DIGITS && number.signum() != 0) {
      return number;
    }
    return before < -digits || number.signum() == 0
        ? BigDecimal.ZERO.setScale(digits)
        : number.setScale(digits, RoundingMode.HALF_UP);
  }

  /** Without an exponent, unless it is too long for anybody to read. */
  public static String text(BigDecimal number) {
    return before(number) > MOST_DIGITS || number.scale() > MOST_DIGITS
        ? number.toString()
        : number.toPlainString();
  }

  /** Digits before the point; less than 0 for zeros behind it. */
  private static long before(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }
}
