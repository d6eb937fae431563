package eu.rempart.product.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.product.ProductData;
import eu.rempart.product.ProductField;
import eu.rempart.product.ProductRules;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomValuesField;
import eu.rempart.shell.field.FieldRemarks;
import eu.rempart.shell.field.FormParts;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.field.number.DecimalField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What people fill in about a product. */
final class ProductForm extends Composite<Div> {

  private static final long serialVersionUID = 1L;
  private static final List<String> CATEGORIES =
      List.of(
          "STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUTSIDE");

  private final Map<ProductField, Component> fields = new EnumMap<>(ProductField.class);
  private final TextField name = new TextField(t("product.field.name"));
  private final TextField code = new TextField(t("product.field.code"));
  private final TextField unit = new TextField(t("product.field.unit"));
  private final DecimalField price = DecimalField.price().labelled(t("product.field.price"));
  private final CurrencyField currency = new CurrencyField();
  private final Select<String> category = new Select<>();
  private final DecimalField rate = DecimalField.percent(2).labelled(t("product.field.vat_rate"));
  private final TextArea description = new TextArea(t("product.field.description"));
  private final Checkbox offered = new Checkbox(t("product.field.offered"));
  private final CustomValuesField custom;

  ProductForm(CustomBook own) {
    custom = new CustomValuesField(own);
    name.setMaxLength(ProductRules.MAX_NAME);
    name.setRequiredIndicatorVisible(true);
    code.setMaxLength(ProductRules.MAX_CODE);
    unit.setMaxLength(ProductRules.MAX_UNIT);
    description.setMaxLength(ProductRules.MAX_DESCRIPTION);
    description.setMinRows(3);
    List.of(name, code, unit, price, rate, description).forEach(FormParts::soon);
    price.currencyIn(currency);
    currency.setLabel(t("product.field.currency"));
    category.setLabel(t("product.field.vat_category"));
    category.setItems(CATEGORIES);
    category.setEmptySelectionAllowed(true);
    category.setEmptySelectionCaption(t("product.vat.by.country"));
    category.setItemLabelGenerator(
        value -> value == null ? t("product.vat.by.country") : t("quote.vat." + value));
    category.addValueChangeListener(_ -> showRate());
    fields.put(ProductField.NAME, name);
    fields.put(ProductField.CODE, code);
    fields.put(ProductField.UNIT, unit);
    fields.put(ProductField.PRICE, price);
    fields.put(ProductField.CURRENCY, currency);
    fields.put(ProductField.VAT_CATEGORY, category);
    fields.put(ProductField.VAT_RATE, rate);
    fields.put(ProductField.DESCRIPTION, description);
    fields.put(ProductField.CUSTOM, custom);
    var grid = new Div(code, unit, price, currency, category, rate);
    grid.addClassName("form-grid");
    getContent().addClassNames("record-form", "product-form");
    getContent().add(name, grid, description, offered, custom);
  }

  private void showRate() {
    rate.setVisible("STANDARD".equals(category.getValue()));
  }

  void show(ProductData data, Map<ProductField, String> unopenable) {
    name.setValue(text(data.name()));
    code.setValue(text(data.code()));
    unit.setValue(text(data.unit()));
    price.setValue(data.price() == null ? null : data.price().stripTrailingZeros());
    currency.setValue(data.currency());
    category.setValue(data.vatCategory());
    rate.setValue(data.vatRate() == null ? null : data.vatRate().stripTrailingZeros());
    description.setValue(text(data.description()));
    offered.setValue(data.offered());
    custom.setValue(data.custom());
    showRate();
    FieldRemarks.unopenable(unopenable, fields, code -> t("product.form.sealed", code));
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return value == null ? "" : value;
  }

  ProductData value() {
    String chosen = category.getValue();
    return new ProductData(
        name.getValue(),
        code.getValue(),
        description.getValue(),
        unit.getValue(),
        price.getValue(),
        price.isEmpty() ? null : currency.getValue(),
        chosen,
        chosen == null
            ? null
            : "STANDARD".equals(chosen) ? rate.getValue() : java.math.BigDecimal.ZERO,
        offered.getValue(),
        CustomValues.orNone(custom.getValue()));
  }

  /** Whether numbers and own fields can be kept as they are typed; else they say what is wrong. */
  boolean check() {
    return custom.check() && FormParts.check(price, rate);
  }

  /** Says at the field what is wrong with it. */
  void show(InvalidFieldException problem) {
    FieldRemarks.refused(
        problem,
        fields,
        ProductField::column,
        field ->
            field == ProductField.CUSTOM
                ? t("shell.custom.stale")
                : t("product.problem." + problem.problem()));
  }

  void focus() {
    name.focus();
  }

  /** Calls back on every change. */
  void onChange(Runnable listener) {
    name.addValueChangeListener(_ -> listener.run());
    code.addValueChangeListener(_ -> listener.run());
    unit.addValueChangeListener(_ -> listener.run());
    description.addValueChangeListener(_ -> listener.run());
    price.addValueChangeListener(_ -> listener.run());
    currency.addValueChangeListener(_ -> listener.run());
    category.addValueChangeListener(_ -> listener.run());
    rate.addValueChangeListener(_ -> listener.run());
    offered.addValueChangeListener(_ -> listener.run());
    custom.addValueChangeListener(_ -> listener.run());
  }
}
