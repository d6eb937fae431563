package eu.rempart.common.number;

import eu.rempart.common.number.NumberReading.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a number must be like.
 *
 * @param decimals so many are kept at most, zeros at the end not counted; 0 for whole numbers
 * @param least smallest, included; null for any
 * @param most largest, included; null for any
 * @param currency whether a currency may stand beside it
 * @param percent whether a percent sign may stand behind it
 * @param scales whether {@code k}, {@code M} and {@code Mrd} may stand behind it, as in files
 */
public record NumberRules(
    int decimals,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    boolean currency,
    boolean percent,
    boolean scales) {

  /** Numbers with so many decimals, negative ones too. */
  public static NumberRules decimals(int decimals) {
    return new NumberRules(decimals, null, null, false, false, false);
  }

  /** Sums of money with so many decimals, from 0. */
  public static NumberRules money(int decimals) {
    return new NumberRules(decimals, BigDecimal.ZERO, null, true, false, false);
  }

  /** Percentages from 0 to 100 with so many decimals. */
  public static NumberRules percent(int decimals) {
    return new NumberRules(decimals, BigDecimal.ZERO, BigDecimal.valueOf(100), false, true, false);
  }

  /** Numbers of a file, of any size and with what programs write beside them. */
  public static NumberRules ofFile() {
    return new NumberRules(30, null, null, true, false, true);
  }

  /** The same within other bounds. */
  public NumberRules between(@Nullable BigDecimal newLeast, @Nullable BigDecimal newMost) {
    return new NumberRules(decimals, newLeast, newMost, currency, percent, scales);
  }

  /** Why it is none of these numbers; empty where it is one. */
  Optional<Reason> problem(BigDecimal number) {
    if (least != null && number.compareTo(least) < 0) {
      return Optional.of(least.signum() == 0 ? Reason.NEGATIVE : Reason.TOO_SMALL);
    }
    if (most != null && number.compareTo(most) > 0) {
      return Optional.of(Reason.TOO_LARGE);
    }
    return number.stripTrailingZeros().scale() > decimals
        ? Optional.of(Reason.TOO_FINE)
        : Optional.empty();
  }
}
