package eu.rempart.product;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What a product must be like to be kept. */
public final class ProductRules {

  public static final int MAX_NAME = 249;
  public static final int MAX_CODE = 64;
  public static final int MAX_UNIT = 32;
  public static final int MAX_DESCRIPTION = 2_000;
  private static final BigDecimal MAX_PRICE = BigDecimal.TEN.pow(9);
  private static final BigDecimal MAX_RATE = new BigDecimal(100);

  private ProductRules() {}

  /**
   * Passes, or says which field is wrong.
   *
   * @throws InvalidFieldException for the first wrong field
   */
  public static void check(ProductData data) {
    if (data.name() == null) {
      throw invalid(ProductField.NAME, Problem.REQUIRED);
    }
    length(ProductField.NAME, data.name(), MAX_NAME);
    length(ProductField.CODE, data.code(), MAX_CODE);
    length(ProductField.UNIT, data.unit(), MAX_UNIT);
    length(ProductField.DESCRIPTION, data.description(), MAX_DESCRIPTION);
    price(data.price(), data.currency());
    rate(data.vatCategory(), data.vatRate());
  }

  private static void price(@Nullable BigDecimal price, @Nullable String currency) {
    if (price != null && price.signum() < 0) {
      throw invalid(ProductField.PRICE, Problem.NEGATIVE);
    }
    if (price != null && price.compareTo(MAX_PRICE) >= 0) {
      throw invalid(ProductField.PRICE, Problem.TOO_LONG);
    }
    if (price == null && currency != null) {
      throw invalid(ProductField.PRICE, Problem.REQUIRED);
    }
    if (price != null && currency == null) {
      throw invalid(ProductField.CURRENCY, Problem.REQUIRED);
    }
    if (currency != null
        && Currency.availableCurrencies()
            .noneMatch(
                known ->
                    known.getCurrencyCode().equals(currency)
                        && known.getDefaultFractionDigits() >= 0)) {
      throw invalid(ProductField.CURRENCY, Problem.BAD_REFERENCE);
    }
  }

  private static void rate(@Nullable String category, @Nullable BigDecimal rate) {
    if (category != null && rate == null) {
      throw invalid(ProductField.VAT_RATE, Problem.REQUIRED);
    }
    if (category == null && rate != null) {
      throw invalid(ProductField.VAT_CATEGORY, Problem.REQUIRED);
    }
    if (rate == null) {
      return;
    }
    if (rate.signum() < 0) {
      throw invalid(ProductField.VAT_RATE, Problem.NEGATIVE);
    }
    if (rate.compareTo(MAX_RATE) > 0) {
      throw invalid(ProductField.VAT_RATE, Problem.TOO_LONG);
    }
    // taxed, and at which rate; or not taxed at all
    if ("STANDARD".equals(category) == (rate.signum() == 0)) {
      throw invalid(ProductField.VAT_RATE, Problem.BAD_REFERENCE);
    }
  }

  private static void length(ProductField field, @Nullable String text, int max) {
    if (text != null && text.length() > max) {
      throw invalid(field, Problem.TOO_LONG);
    }
  }

  private static InvalidFieldException invalid(ProductField field, Problem problem) {
    return new InvalidFieldException("product.field." + field.column(), problem);
  }
}
