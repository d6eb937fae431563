package eu.rempart.deal.line;

import eu.rempart.common.LinePrice;
import eu.rempart.common.number.Decimals;
import eu.rempart.product.ProductId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a deal.
 *
 * @param productId what it was made from, which may lie in the bin; the line says all that is known
 * @param description one or more lines
 * @param unit such as "h" or "m²"; null for pieces
 * @param quantity see {@link LinePrice}
 * @param unitPrice see {@link LinePrice}
 * @param currency ISO 4217, which must be the deal's
 * @param discount in percent
 */
public record DealLine(
    @Nullable ProductId productId,
    String description,
    @Nullable String unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    String currency,
    BigDecimal discount) {

  /** 2 and 2.00 are the same. */
  public DealLine {
    description = description.strip();
    unit = unit == null || unit.isBlank() ? null : unit.strip();
    quantity = Decimals.plain(quantity);
    unitPrice = Decimals.plain(unitPrice);
    discount = Decimals.plain(discount);
  }

  /** As it is reckoned. */
  public LinePrice price() {
    return new LinePrice(quantity, unitPrice, discount);
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "DealLine[hidden]";
  }
}
