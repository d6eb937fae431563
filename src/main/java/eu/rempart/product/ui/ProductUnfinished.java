package eu.rempart.product.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.draft.Draft;
import eu.rempart.draft.DraftService;
import eu.rempart.draft.ui.Begun;
import eu.rempart.draft.ui.Unfinished;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the member began to write about a product and did not save. */
@Component
final class ProductUnfinished extends Unfinished<Product, ProductData> {

  ProductUnfinished(DraftService drafts, CurrentMember member) {
    super(
        "product",
        ProductData.class,
        new Sentences("product.draft.new", "product.draft.changes"),
        drafts,
        member);
  }

  @Override
  protected Begun<ProductData> begin(@Nullable Product of) {
    return of == null
        ? Begun.empty(ProductData.EMPTY)
        : new Begun<>(of.id().value(), of.version(), of.data());
  }

  @Override
  protected Product before(Product now, Draft<ProductData> draft) {
    return new Product(now.id(), draft.version(), draft.before(), now.unopenable());
  }
}
