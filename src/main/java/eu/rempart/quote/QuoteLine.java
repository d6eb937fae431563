package eu.rempart.quote;

import eu.rempart.common.number.Decimals;
import eu.rempart.product.ProductId;
import eu.rempart.quote.money.PricedLine;
import eu.rempart.quote.money.Vat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote.
 *
 * @param productId what it was made from; the line says all that the document says
 * @param description one or more lines; empty while it is being written
 * @param unit such as "h" or "m²"; null for pieces
 * @param quantity see {@link PricedLine}
 * @param unitPrice see {@link PricedLine}
 * @param currency ISO 4217, which must be the quote's
 * @param discount in percent
 */
public record QuoteLine(
    @Nullable ProductId productId,
    String description,
    @Nullable String unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    String currency,
    BigDecimal discount,
    Vat vat) {

  /** 2 and 2.00 are the same. */
  public QuoteLine {
    description = description.strip();
    unit = unit == null || unit.isBlank() ? null : unit.strip();
    quantity = Decimals.plain(quantity);
    unitPrice = Decimals.plain(unitPrice);
    discount = Decimals.plain(discount);
  }

  /** As it is reckoned. */
  public PricedLine priced() {
    return new PricedLine(quantity, unitPrice, currency, discount, vat);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "QuoteLine[hidden]";
  }
}
