package eu.rempart.product.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.custom.CustomField;
import eu.rempart.product.Product;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductField;
import eu.rempart.shell.custom.CustomWords;
import eu.rempart.shell.text.Formats;
import org.jspecify.annotations.Nullable;

/** Fields and values of products in words. */
final class ProductTexts {

  private ProductTexts() {}

  static String label(ProductField field) {
    return t("product.field." + field.column());
  }

  static String price(ProductData data) {
    return data.price() == null
        ? ""
        : Formats.exactMoney(data.price(), data.currency())
            + (data.unit() == null ? "" : " / " + data.unit());
  }

  static String vat(ProductData data) {
    return data.vatRate() == null || data.vatCategory() == null
        ? t("product.vat.by.country")
        : data.vatCategory().equals("STANDARD")
            ? Formats.number(data.vatRate()) + " %"
            : t("quote.vat." + data.vatCategory());
  }

  static String offered(ProductData data) {
    return data.offered() ? t("product.offered.yes") : t("product.offered.no");
  }

  /**
   * What a product has in a field of the organisation's own; the mark in words where it does not
   * open.
   */
  static String own(CustomField field, Product product) {
    String code = product.unopenable().get(ProductField.CUSTOM);
    return code == null
        ? CustomWords.text(field, product.data().custom().of(field.id()))
        : t("shell.sealed", code);
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
