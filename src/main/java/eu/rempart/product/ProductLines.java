package eu.rempart.product;

import eu.rempart.common.line.LineRules;
import eu.rempart.common.line.LooseLine;
import java.math.BigDecimal;

/** Products as lines of what is sold. */
public final class ProductLines {

  private ProductLines() {}

  /**
   * One of it, at its price; without one it costs nothing yet.
   *
   * @param currency ISO 4217; of a line whose product has none
   */
  public static LooseLine one(Product product, String currency) {
    ProductData data = product.data();
    String text =
        data.description() == null ? product.name() : product.name() + "\n" + data.description();
    BigDecimal price = data.price();
    return new LooseLine(
        product.id().value(),
        text.substring(0, Math.min(text.length(), LineRules.MAX_DESCRIPTION)),
        data.unit(),
        BigDecimal.ONE,
        price == null ? BigDecimal.ZERO : price,
        data.currency() == null ? currency : data.currency(),
        BigDecimal.ZERO);
  }
}
