package eu.rempart.shell.custom;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.shell.field.CurrencyField;
import eu.rempart.shell.text.HomeCountry;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount and its currency, as {@code 12.50 EUR}; empty without an amount. */
final class MoneyField extends CustomField<String> {

  private static final long serialVersionUID = 1L;

  private final BigDecimalField amount = new BigDecimalField();
  private final CurrencyField currency = new CurrencyField();

  MoneyField() {
    super("");
    addClassName("custom-money");
    amount.setAriaLabel(t("shell.custom.amount"));
    currency.setAriaLabel(t("shell.custom.currency"));
    currency.setValue(HomeCountry.currency());
    var parts = new Div(amount, currency);
    parts.addClassName("custom-money-parts");
    add(parts);
  }

  @Override
  protected String generateModelValue() {
    BigDecimal typed = amount.getValue();
    return typed == null
        ? ""
        : CustomRules.money(typed, currency.getValue() == null ? "" : currency.getValue())
            // kept as it was typed, for whoever reads it to refuse
            .orElse(typed.toPlainString());
  }

  @Override
  protected void setPresentationValue(@Nullable String value) {
    String text = value == null ? "" : value;
    amount.setValue(CustomRules.decimal(text).orElse(null));
    int space = text.indexOf(' ');
    if (space > 0) {
      currency.setValue(text.substring(space + 1));
    }
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    super.setReadOnly(readOnly);
    amount.setReadOnly(readOnly);
    currency.setReadOnly(readOnly);
  }
}
