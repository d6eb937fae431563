package eu.rempart.quote.money;

import eu.rempart.common.line.LinePrice;
import java.math.BigDecimal;

/**
 * A line as it is reckoned.
 *
 * @param quantity see {@link LinePrice}
 * @param unitPrice see {@link LinePrice}
 * @param currency ISO 4217, which must be the quote's
 * @param discount 0 to 100, in percent
 */
public record PricedLine(
    BigDecimal quantity, BigDecimal unitPrice, String currency, BigDecimal discount, Vat vat) {

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
    price()
        .problem()
        .ifPresent(
            wrong -> {
              throw new QuoteRefusedException(named(wrong), line);
            });
    vat.check(line);
  }

  /** What it says but for the tax. */
  LinePrice price() {
    return new LinePrice(quantity, unitPrice, discount);
  }

  private static QuoteProblem named(LinePrice.Problem problem) {
    return switch (problem) {
      case QUANTITY_RANGE -> QuoteProblem.QUANTITY_RANGE;
      case PRICE_RANGE -> QuoteProblem.PRICE_RANGE;
      case DISCOUNT_RANGE -> QuoteProblem.DISCOUNT_RANGE;
    };
  }
}
