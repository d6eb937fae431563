package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.rempart.quote.money.Discount;
import eu.rempart.shell.field.FormParts;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.text.Formats;
import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * A discount on the whole quote: in percent, or as an amount. Filling in one empties the other,
 * which says so.
 */
final class QuoteDiscountFields extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final DecimalField percent = DecimalField.percent(6);
  private final DecimalField amount =
      DecimalField.amount().labelled(t("quote.field.discount_amount"));

  /**
   * Empty ones.
   *
   * @param currency of the quote
   */
  QuoteDiscountFields(Supplier<String> currency) {
    amount.currencyIs(currency);
    percent.setValueChangeMode(ValueChangeMode.LAZY);
    amount.setValueChangeMode(ValueChangeMode.LAZY);
    percent.addValueChangeListener(
        chosen -> {
          if (chosen.getValue() != null) {
            percent.setHelperText("");
            empty(amount);
          }
        });
    amount.addValueChangeListener(
        chosen -> {
          if (chosen.getValue() != null) {
            amount.setHelperText("");
            empty(percent);
          }
        });
    getContent().addClassName("form-grid");
    getContent().add(percent, amount);
  }

  /** Empties the other field, which keeps saying what stood there until it is typed into again. */
  private void empty(DecimalField other) {
    BigDecimal lost = other.getValue();
    if (lost != null) {
      other.clear();
      other.setHelperText(t("quote.discount.emptied", Formats.number(lost)));
    }
  }

  /** The one that stands for both where a role hides or locks them. */
  DecimalField percent() {
    return percent;
  }

  /** Hides or locks the other one as this one is. */
  void narrow() {
    amount.setVisible(percent.isVisible());
    amount.setReadOnly(percent.isReadOnly());
  }

  void onChange(Runnable listener) {
    percent.addValueChangeListener(_ -> listener.run());
    amount.addValueChangeListener(_ -> listener.run());
  }

  void show(Discount discount) {
    percent.setHelperText("");
    amount.setHelperText("");
    percent.setValue(discount instanceof Discount.Percent(var value) ? value : null);
    amount.setValue(discount instanceof Discount.Amount(var value) ? value : null);
  }

  /** Whether these are numbers; else they say what is wrong. */
  boolean check() {
    return FormParts.check(percent, amount);
  }

  Discount value() {
    BigDecimal off = percent.getValue();
    BigDecimal sum = amount.getValue();
    if (off != null && off.signum() != 0) {
      return new Discount.Percent(off);
    }
    return sum == null || sum.signum() == 0 ? Discount.NONE : new Discount.Amount(sum);
  }
}
