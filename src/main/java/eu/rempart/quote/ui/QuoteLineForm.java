package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductLines;
import eu.rempart.quote.QuoteLine;
import eu.rempart.quote.money.Vat;
import eu.rempart.quote.money.VatCategory;
import eu.rempart.shell.line.LineForm;
import eu.rempart.shell.line.LineRest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of a quote as they are typed: each is taxed in some way. */
final class QuoteLineForm implements LineForm<QuoteLine, Product> {

  private List<Vat> offered = List.of(Vat.none(VatCategory.OUTSIDE));

  /** The ways of taxing that new lines offer, the usual one first. */
  void offer(List<Vat> vats) {
    offered = List.copyOf(vats);
  }

  @Override
  public String description() {
    return t("quote.line.description");
  }

  @Override
  public String name(Product product) {
    return product.name();
  }

  @Override
  public QuoteLine from(Product product, String currency) {
    ProductData data = product.data();
    return QuoteLine.of(
        ProductLines.one(product, currency),
        data.vatCategory() == null || data.vatRate() == null
            ? offered.getFirst()
            : new Vat(VatCategory.valueOf(data.vatCategory()), data.vatRate()));
  }

  @Override
  public LineRest<QuoteLine> rest(@Nullable QuoteLine line) {
    return new QuoteVatInput(offered, line == null ? offered.getFirst() : line.vat());
  }
}
