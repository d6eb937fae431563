package eu.rempart.shell.field;

import eu.rempart.common.CountryCode;
import eu.rempart.shell.text.Texts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** Chooses a country by its name, or none. */
public final class CountryField extends ChoiceField<CountryCode> {

  private static final long serialVersionUID = 1L;

  /** An empty field. */
  public CountryField(String label) {
    super(label);
    Locale reader = Texts.locale();
    setItems(
        Arrays.stream(Locale.getISOCountries())
            .map(CountryCode::of)
            .sorted(Comparator.comparing(country -> country.name(reader)))
            .toList());
    setItemLabelGenerator(country -> country.name(reader));
    setClearButtonVisible(true);
  }
}
