package eu.rempart.product.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductField;
import eu.rempart.product.ProductId;
import eu.rempart.product.ProductService;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import eu.rempart.shell.text.HomeCountry;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Lets a person fill in a product, and does what it takes until it is saved. */
@Component
final class ProductEditor {

  private final ProductService products;
  private final ProductUnfinished unfinished;
  private final CustomFields custom;
  private final WayBack back;

  ProductEditor(
      ProductService products, ProductUnfinished unfinished, CustomFields custom, WayBack back) {
    this.products = products;
    this.unfinished = unfinished;
    this.custom = custom;
    this.back = back;
  }

  /** Asks for a new product; calls back once it is saved. */
  void create(Runnable saved) {
    new Session(null, saved).open();
  }

  /** Lets a product be changed; calls back once it is saved. */
  void edit(Product found, Runnable saved) {
    new Session(found, saved).open();
  }

  /** Moves a product to the bin, shows the list, and offers to take that back. */
  void archive(ProductId id) {
    UUID change = products.archive(id);
    ProductNavigation.openList();
    back.offer(
        t("product.archived"),
        change,
        () -> {
          products.cameBack(id);
          ProductNavigation.open(id);
        });
  }

  /** In the currency of the person's country, as deals and quotes begin. */
  private static ProductData start() {
    return new ProductData(null, null, null, null, null, HomeCountry.currency(), null, null, true);
  }

  private final class Session {

    private final ProductForm form = new ProductForm(custom.book("product"));
    private final Runnable changed;
    private final RecordPanel panel;
    private @Nullable Product product;
    private ProductData before;

    Session(@Nullable Product found, Runnable changed) {
      var draft = unfinished.of(found);
      this.product = unfinished.asItWas(found, draft);
      this.before = product == null ? start() : product.data();
      this.changed = changed;
      form.show(
          draft.isPresent() ? draft.get().typed() : before,
          found == null ? Map.of() : found.unopenable());
      panel =
          new RecordPanel(
              t(found == null ? "product.new.title" : "product.edit.title"),
              form,
              t("product.save"),
              this::save);
      panel.setUnsaved(draft.isPresent());
      panel.onEnd(() -> unfinished.drop(found));
      unfinished.tell(panel, found, draft, () -> new Session(found, changed).open());
      form.onChange(() -> typed(found));
    }

    private void typed(@Nullable Product found) {
      ProductData typed = form.value();
      boolean unsaved = !typed.equals(before);
      panel.setUnsaved(unsaved);
      unfinished.keep(product == null ? found : product, typed, unsaved);
    }

    void open() {
      panel.open();
      form.focus();
    }

    private void save() {
      if (!form.check()) {
        return;
      }
      try {
        Product known = product;
        ProductData typed = form.value();
        if (known == null) {
          products.create(typed);
          done(t("product.created"));
        } else {
          answer(products.save(known.id(), known.version(), before, typed));
        }
      } catch (InvalidFieldException e) {
        form.show(e);
      } catch (AccessDeniedException _) {
        Notices.error(t("shell.form.forbidden")); // the role was narrowed meanwhile
      }
    }

    private void answer(SaveResult<Product, ProductField> result) {
      switch (result) {
        case SaveResult.Saved<Product, ProductField> _ -> done(t("product.saved"));
        case SaveResult.Stale<Product, ProductField> stale -> {
          // what is typed stays, what only others changed is taken over
          Product now = stale.current();
          ProductData typed = form.value();
          Set<ProductField> mine = ProductField.changed(before, typed);
          typed = typed.with(typed.custom().over(before.custom(), now.data().custom()));
          product = now;
          before = now.data();
          form.show(ProductField.copy(mine, typed, before), now.unopenable());
          Notices.error(t("product.stale"));
        }
        case SaveResult.Gone<Product, ProductField> _ -> {
          product = null;
          Notices.error(t("product.gone"));
        }
      }
    }

    private void done(String notice) {
      panel.done();
      Notices.success(notice);
      changed.run();
    }
  }
}
