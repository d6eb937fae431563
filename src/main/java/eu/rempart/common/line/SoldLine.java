package eu.rempart.common.line;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every line says of what is sold, whether it stands on a deal or in a quote. */
public interface SoldLine {

  /** Id of the product that it was made from, which may lie in the bin; the line says it all. */
  @Nullable UUID product();

  /** One or more lines of text. */
  String description();

  /** Such as "h" or "m²"; null for pieces. */
  @Nullable String unit();

  /** See {@link LinePrice}. */
  BigDecimal quantity();

  /** See {@link LinePrice}. */
  BigDecimal unitPrice();

  /** ISO 4217. */
  String currency();

  /** In percent. */
  BigDecimal discount();

  /** As it is reckoned. */
  default LinePrice price() {
    return new LinePrice(quantity(), unitPrice(), discount());
  }
}
