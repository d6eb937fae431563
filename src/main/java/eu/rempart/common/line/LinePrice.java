package eu.rempart.common.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * What one line is sold for, wherever it stands: on a deal or in a quote.
 *
 * @param quantity not 0; less than 0 takes back; at most 6 digits behind the point
 * @param unitPrice without tax, 0 or more; at most 4 digits behind the point
 * @param discount 0 to 100, in percent
 */
public record LinePrice(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discount) {

  private static final int QUANTITY_DIGITS = 6;
  private static final int PRICE_DIGITS = 4;

  /** More than anybody means, and few enough to reckon with. */
  private static final int DISCOUNT_DIGITS = 20;

  private static final BigDecimal MAX = BigDecimal.TEN.pow(9);
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** What keeps a line from being reckoned. */
  public enum Problem {
    QUANTITY_RANGE,
    PRICE_RANGE,
    DISCOUNT_RANGE
  }

  /** The first thing that is wrong. */
  public Optional<Problem> problem() {
    if (quantity.signum() == 0 || !within(quantity.abs(), QUANTITY_DIGITS)) {
      return Optional.of(Problem.QUANTITY_RANGE);
    }
    if (unitPrice.signum() < 0 || !within(unitPrice, PRICE_DIGITS)) {
      return Optional.of(Problem.PRICE_RANGE);
    }
    return discount.signum() < 0
            || discount.compareTo(HUNDRED) > 0
            || discount.scale() > DISCOUNT_DIGITS
        ? Optional.of(Problem.DISCOUNT_RANGE)
        : Optional.empty();
  }

  private static boolean within(BigDecimal number, int digits) {
    return number.compareTo(MAX) < 0 && number.stripTrailingZeros().scale() <= digits;
  }

  /**
   * What it comes to without tax: rounded, and its discount too, as EN 16931-1 has it. Halves are
   * rounded away from zero.
   *
   * @param digits behind the point
   */
  public BigDecimal net(int digits) {
    BigDecimal gross = round(quantity.multiply(unitPrice), digits);
    return gross.subtract(round(gross.multiply(discount).movePointLeft(2), digits));
  }

  private static BigDecimal round(BigDecimal amount, int digits) {
    return amount.setScale(digits, RoundingMode.HALF_UP);
  }

  /** Digits behind the point of a currency (ISO 4217); empty for what is none. */
  public static Optional<Integer> digits(String currency) {
    return Currency.availableCurrencies()
        .filter(known -> known.getCurrencyCode().equals(currency))
        .map(Currency::getDefaultFractionDigits)
        .filter(known -> known >= 0)
        .findAny();
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "LinePrice[hidden]";
  }
}
