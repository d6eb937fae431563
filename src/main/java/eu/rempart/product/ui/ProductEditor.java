package eu.rempart.product.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductField;
import eu.rempart.product.ProductService;
import eu.rempart.shell.WayBack;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a person fill in a product, and does what it takes until it is saved. */
@Component
final class ProductEditor {

  private final ProductService products;
  private final ProductUnfinished unfinished;
  private final WayBack back;
  private final CurrentMember member;

  ProductEditor(
      ProductService products, ProductUnfinished unfinished, WayBack back, CurrentMember member) {
    this.products = products;
    this.unfinished = unfinished;
    this.back = back;
    this.member = member;
  }

  /**
   * Asks for a product, or lets one be changed.
   *
   * @param found null for a new one
   * @param changed called when something was saved or archived, and when that was taken back
   */
  void open(@Nullable Product found, ProductData start, Runnable changed) {
    new Session(found, start, changed).open();
  }

  private final class Session {

    private final ProductForm form = new ProductForm();
    private final Runnable changed;
    private final RecordPanel panel;
    private @Nullable Product product;
    private ProductData before;

    Session(@Nullable Product found, ProductData start, Runnable changed) {
      var draft = unfinished.of(found);
      this.product = unfinished.asItWas(found, draft);
      this.before = product == null ? start : product.data();
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
      form.onChange(() -> typed(found));
      if (found != null && member.may(Right.ARCHIVE_RECORDS, "product")) {
        var away = new Button(t("product.archive"), Glyph.ARCHIVE.create(), _ -> archive(found));
        away.addThemeVariants(ButtonVariant.TERTIARY);
        form.getContent().add(away);
      }
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

    private void archive(Product found) {
      UUID change = products.archive(found.id());
      panel.done();
      changed.run();
      back.offer(t("product.archived"), change, changed);
    }
  }
}
