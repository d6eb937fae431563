package eu.rempart.shell.field.number;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.common.number.CurrencySigns;
import eu.rempart.shell.field.ChoiceField;
import java.util.List;

/**
 * A currency, kept as its code of ISO 4217; people type the ones that are not offered, by code or
 * sign.
 */
public final class CurrencyField extends ChoiceField<String> {

  private static final long serialVersionUID = 1L;

  /** Those that are offered. */
  public static final List<String> USUAL =
      List.of("EUR", "CHF", "GBP", "RON", "PLN", "CZK", "HUF", "SEK", "DKK", "NOK", "BGN", "USD");

  public CurrencyField() {
    setItems(USUAL);
    setClearButtonVisible(true);
    otherwise(CurrencySigns::find, t("shell.currency.none"));
  }
}
