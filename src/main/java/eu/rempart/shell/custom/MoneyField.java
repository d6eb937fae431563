package eu.rempart.shell.custom;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import eu.rempart.common.custom.CustomRules;
import eu.rempart.shell.field.CheckedInput;
import eu.rempart.shell.field.number.CurrencyField;
import eu.rempart.shell.field.number.DecimalField;
import eu.rempart.shell.text.HomeCountry;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount and its currency, as {@code 12.50 EUR}; empty without an amount. */
final class MoneyField extends CustomField<String> implements CheckedInput {

  private static final long serialVersionUID = 1L;

  private final DecimalField amount = DecimalField.amount().between(null, null);
  private final CurrencyField currency = new CurrencyField();

  MoneyField() {
    super("");
    addClassName("custom-money");
    amount.currencyIn(currency);
    currency.setValue(HomeCountry.currency());
    var parts = new Div(amount, currency);
    parts.addClassName("custom-money-parts");
    add(parts);
  }

  /** Names both inputs after it, for whoever does not see that they stand below its label. */
  @Override
  public void setLabel(@Nullable String label) {
    super.setLabel(label);
    String name = label == null ? "" : label;
    amount.setAriaLabel(t("shell.custom.amount.of", name));
    currency.setAriaLabel(t("shell.custom.currency.of", name));
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
  public boolean check() {
    return amount.check();
  }

  @Override
  public void setReadOnly(boolean readOnly) {
    super.setReadOnly(readOnly);
    amount.setReadOnly(readOnly);
    currency.setReadOnly(readOnly);
  }
}
