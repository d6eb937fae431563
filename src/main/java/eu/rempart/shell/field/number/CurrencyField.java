package eu.rempart.shell.field.number;

import eu.rempart.shell.field.ChoiceField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A currency, kept as its code of ISO 4217; people type the ones that are not offered. */
public final class CurrencyField extends ChoiceField<String> {

  private static final long serialVersionUID = 1L;

  /** Those that are offered. */
  public static final List<String> USUAL =
      List.of("EUR", "CHF", "GBP", "RON", "PLN", "CZK", "HUF", "SEK", "DKK", "NOK", "BGN", "USD");

  public CurrencyField() {
    setItems(USUAL);
    setClearButtonVisible(true);
    otherwise(typed -> Optional.of(typed.toUpperCase(Locale.ROOT)), "");
  }
}
