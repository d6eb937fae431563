package eu.rempart.deal.line.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.deal.line.DealLine;
import eu.rempart.product.Product;
import eu.rempart.product.ProductLines;
import eu.rempart.shell.line.LineForm;
import eu.rempart.shell.line.LineRest;
import org.jspecify.annotations.Nullable;

/** Lines of a deal as they are typed: they have nothing that others have not. */
final class DealLineForm implements LineForm<DealLine, Product> {

  @Override
  public String description() {
    return t("deal.line.description");
  }

  @Override
  public String name(Product product) {
    return product.name();
  }

  @Override
  public DealLine from(Product product, String currency) {
    return DealLine.of(ProductLines.one(product, currency));
  }

  @Override
  public LineRest<DealLine> rest(@Nullable DealLine line) {
    return DealLine::of;
  }
}
