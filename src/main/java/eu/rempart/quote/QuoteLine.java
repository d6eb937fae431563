package eu.rempart.quote;

import eu.rempart.common.line.KeptLines;
import eu.rempart.common.line.SoldLine;
import eu.rempart.common.number.Decimals;
import eu.rempart.product.ProductId;
import eu.rempart.quote.money.PricedLine;
import eu.rempart.quote.money.Vat;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a quote; see {@link SoldLine}.
 *
 * @param productId what it was made from; the line says all that the document says
 * @param description one or more lines; empty while it is being written
 * @param currency ISO 4217, which must be the quote's
 */
public record QuoteLine(
    @Nullable ProductId productId,
    String description,
    @Nullable String unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    String currency,
    BigDecimal discount,
    Vat vat)
    implements SoldLine {

  /** Between them and the text that is sealed. */
  static final KeptLines<QuoteLine> KEPT = new KeptLines<>(new KeptVat());

  /** 2 and 2.00 are the same. */
  public QuoteLine {
    description = description.strip();
    unit = unit == null || unit.isBlank() ? null : unit.strip();
    quantity = Decimals.plain(quantity);
    unitPrice = Decimals.plain(unitPrice);
    discount = Decimals.plain(discount);
  }

  /** A line of a quote that says the same, and is taxed like this. */
  public static QuoteLine of(SoldLine line, Vat vat) {
    UUID product = line.product();
    return new QuoteLine(
        product == null ? null : new ProductId(product),
        line.description(),
        line.unit(),
        line.quantity(),
        line.unitPrice(),
        line.currency(),
        line.discount(),
        vat);
  }

  @Override
  public @Nullable UUID product() {
    return productId == null ? null : productId.value();
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
