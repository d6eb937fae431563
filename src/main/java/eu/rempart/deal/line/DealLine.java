package eu.rempart.deal.line;

import eu.rempart.common.line.KeptLines;
import eu.rempart.common.line.SoldLine;
import eu.rempart.common.number.Decimals;
import eu.rempart.product.ProductId;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a deal; see {@link SoldLine}.
 *
 * @param productId what it was made from, which may lie in the bin; the line says all that is known
 * @param currency ISO 4217, which must be the deal's
 */
public record DealLine(
    @Nullable ProductId productId,
    String description,
    @Nullable String unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    String currency,
    BigDecimal discount)
    implements SoldLine {

  /** Between them and the text that is sealed. */
  public static final KeptLines<DealLine> KEPT = new KeptLines<>((line, _) -> of(line));

  /** 2 and 2.00 are the same. */
  public DealLine {
    description = description.strip();
    unit = unit == null || unit.isBlank() ? null : unit.strip();
    quantity = Decimals.plain(quantity);
    unitPrice = Decimals.plain(unitPrice);
    discount = Decimals.plain(discount);
  }

  /** A line of a deal that says the same. */
  public static DealLine of(SoldLine line) {
    UUID product = line.product();
    return new DealLine(
        product == null ? null : new ProductId(product),
        line.description(),
        line.unit(),
        line.quantity(),
        line.unitPrice(),
        line.currency(),
        line.discount());
  }

  @Override
  public @Nullable UUID product() {
    return productId == null ? null : productId.value();
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "DealLine[hidden]";
  }
}
