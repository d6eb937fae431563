package eu.rempart.product.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.archive.ArchiveService;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductField;
import eu.rempart.product.ProductService;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordPanel;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets a person fill in a product, and does what it takes until it is saved. */
@Component
final class ProductEditor {

  private final ProductService products;
  private final ArchiveService archive;
  private final CurrentMember member;

  ProductEditor(ProductService products, ArchiveService archive, CurrentMember member) {
    this.products = products;
    this.archive = archive;
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
      this.product = found;
      this.before = found == null ? start : found.data();
      this.changed = changed;
      form.show(before, found == null ? Map.of() : found.unopenable());
      panel =
          new RecordPanel(
              t(found == null ? "product.new.title" : "product.edit.title"),
              form,
              t("product.save"),
              this::save);
      form.onChange(() -> panel.setUnsaved(!form.value().equals(before)));
      if (found != null && member.may(Right.ARCHIVE_RECORDS, "product")) {
        var away = new Button(t("product.archive"), Glyph.ARCHIVE.create(), _ -> archive(found));
        away.addThemeVariants(ButtonVariant.TERTIARY);
        form.getContent().add(away);
      }
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
          // what is typed stays; the next save is made upon what is there now
          product = stale.current();
          before = stale.current().data();
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
      Notices.success(
          t("product.archived"),
          () -> {
            archive.undo(change);
            changed.run();
          });
    }
  }
}
