package eu.rempart.quote.money;

import java.math.BigDecimal;

/**
 * A line as it is reckoned.
 *
 * @param quantity not 0; less than 0 takes back; at most 6 digits behind the point
 * @param unitPrice without tax, 0 or more; at most 4 digits behind the point
 * @param currency ISO 4217, which must be the quote's
 * @param discount 0 to 100, in percent
 */
public record PricedLine(
    BigDecimal quantity, BigDecimal unitPrice, String currency, BigDecimal discount, Vat vat) {

  static final int QUANTITY_DIGITS = 6;
  static final int PRICE_DIGITS = 4;
  private static final BigDecimal MAX = BigDecimal.TEN.pow(9);
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /**
   * Passes, or says what is wrong.
   *
   * @param line its number, from 1
   * @throws QuoteRefusedException for the first thing that is wrong
   */
  void check(String quoteCurrency, int line) {
    if (!currency.equals(quoteCurrency)) {
      throw new QuoteRefusedException(QuoteProblem.CURRENCY_MIX, line);
    }
    if (quantity.signum() == 0 || !within(quantity.abs(), QUANTITY_DIGITS)) {
      throw new QuoteRefusedException(QuoteProblem.QUANTITY_RANGE, line);
    }
    if (unitPrice.signum() < 0 || !within(unitPrice, PRICE_DIGITS)) {
      throw new QuoteRefusedException(QuoteProblem.PRICE_RANGE, line);
    }
    if (discount.signum() < 0 || discount.compareTo(HUNDRED) > 0) {
      throw new QuoteRefusedException(QuoteProblem.DISCOUNT_RANGE, line);
    }
    vat.check(line);
  }

  private static boolean within(BigDecimal number, int digits) {
    return number.compareTo(MAX) < 0 && number.stripTrailingZeros().scale() <= digits;
  }
}
