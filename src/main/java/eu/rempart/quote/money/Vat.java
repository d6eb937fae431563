package eu.rempart.quote.money;

import eu.rempart.common.number.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * How a line is taxed. Any rate can be made; reckoning refuses a wrong one.
 *
 * @param rate in percent, to hundredths
 */
public record Vat(VatCategory category, BigDecimal rate) implements Comparable<Vat> {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** The highest rates first. */
  private static final Comparator<Vat> ORDER =
      Comparator.comparing(Vat::category).thenComparing(Vat::rate, Comparator.reverseOrder());

  /** 20 and 20.00 are the same. */
  public Vat {
    rate = Decimals.rounded(rate, 2);
  }

  /** At this rate, in percent. */
  public static Vat standard(String rate) {
    return new Vat(VatCategory.STANDARD, new BigDecimal(rate));
  }

  /** Without tax, for this reason. */
  public static Vat none(VatCategory category) {
    return new Vat(category, BigDecimal.ZERO);
  }

  /**
   * @throws QuoteRefusedException where rate and category don't go together
   */
  void check(int line) {
    if (rate.signum() < 0 || rate.compareTo(HUNDRED) > 0) {
      throw new QuoteRefusedException(QuoteProblem.VAT_RATE_RANGE, line);
    }
    if (category == VatCategory.STANDARD && rate.signum() == 0) {
      throw new QuoteRefusedException(QuoteProblem.VAT_RATE_MISSING, line);
    }
    if (category != VatCategory.STANDARD && rate.signum() != 0) {
      throw new QuoteRefusedException(QuoteProblem.VAT_RATE_NOT_ZERO, line);
    }
  }

  @Override
  public int compareTo(Vat other) {
    return ORDER.compare(this, other);
  }
}
