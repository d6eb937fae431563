package eu.rempart.product;

import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.number.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What people fill in about a product. Texts are stripped; what is absent is null.
 *
 * @param code by which the firm knows it
 * @param description what a quote says of it below its name
 * @param unit such as "h" or "m²"
 * @param price of one unit without tax, 0 or more, to ten-thousandths; with a currency
 * @param currency ISO 4217
 * @param vatCategory name of an {@code eu.rempart.quote.money.VatCategory}; null where the
 *     customer's country decides
 * @param vatRate in percent; with a category
 * @param offered whether new quotes may offer it
 * @param custom what it has in fields of the organisation's own
 */
public record ProductData(
    @Nullable String name,
    @Nullable String code,
    @Nullable String description,
    @Nullable String unit,
    @Nullable BigDecimal price,
    @Nullable String currency,
    @Nullable String vatCategory,
    @Nullable BigDecimal vatRate,
    boolean offered,
    CustomValues custom) {

  public static final ProductData EMPTY =
      new ProductData(null, null, null, null, null, null, null, null, true);

  /** 12 and 12.0000 are the same. */
  public ProductData {
    name = text(name);
    code = text(code);
    description = text(description);
    unit = text(unit);
    currency = text(currency);
    price = price == null ? null : Decimals.rounded(price, 4);
    vatRate = vatRate == null ? null : Decimals.rounded(vatRate, 2);
    custom = CustomValues.orNone(custom);
  }

  /** One that has nothing in fields of the organisation's own. */
  public ProductData(
      @Nullable String name,
      @Nullable String code,
      @Nullable String description,
      @Nullable String unit,
      @Nullable BigDecimal price,
      @Nullable String currency,
      @Nullable String vatCategory,
      @Nullable BigDecimal vatRate,
      boolean offered) {
    this(
        name,
        code,
        description,
        unit,
        price,
        currency,
        vatCategory,
        vatRate,
        offered,
        CustomValues.NONE);
  }

  /** The same, with these values in fields of the organisation's own. */
  public ProductData with(CustomValues values) {
    return new ProductData(
        name, code, description, unit, price, currency, vatCategory, vatRate, offered, values);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Says nothing: this is the firm's own business. */
  @Override
  public String toString() {
    return "ProductData[hidden]";
  }
}
