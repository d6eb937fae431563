package eu.rempart.shell.text;

import com.vaadin.flow.component.UI;
import eu.rempart.common.CountryCode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a person probably is: a first guess for phone numbers that name no country. */
public final class HomeCountry {

  private static final Map<String, String> BY_CITY =
      Map.ofEntries(
          Map.entry("Amsterdam", "NL"),
          Map.entry("Athens", "GR"),
          Map.entry("Berlin", "DE"),
          Map.entry("Bratislava", "SK"),
          Map.entry("Brussels", "BE"),
          Map.entry("Bucharest", "RO"),
          Map.entry("Budapest", "HU"),
          Map.entry("Copenhagen", "DK"),
          Map.entry("Dublin", "IE"),
          Map.entry("Helsinki", "FI"),
          Map.entry("Lisbon", "PT"),
          Map.entry("Ljubljana", "SI"),
          Map.entry("London", "GB"),
          Map.entry("Luxembourg", "LU"),
          Map.entry("Madrid", "ES"),
          Map.entry("Malta", "MT"),
          Map.entry("Oslo", "NO"),
          Map.entry("Paris", "FR"),
          Map.entry("Prague", "CZ"),
          Map.entry("Riga", "LV"),
          Map.entry("Rome", "IT"),
          Map.entry("Sofia", "BG"),
          Map.entry("Stockholm", "SE"),
          Map.entry("Tallinn", "EE"),
          Map.entry("Vienna", "AT"),
          Map.entry("Vilnius", "LT"),
          Map.entry("Warsaw", "PL"),
          Map.entry("Zagreb", "HR"),
          Map.entry("Zurich", "CH"));

  private HomeCountry() {}

  /** By the zone of the browser, else by its language; null where neither tells. */
  public static @Nullable CountryCode guess() {
    UI ui = UI.getCurrent();
    if (ui == null) {
      return null;
    }
    String zone = Formats.zone().getId();
    return Optional.ofNullable(BY_CITY.get(zone.substring(zone.lastIndexOf('/') + 1)))
        .map(CountryCode::of)
        .or(() -> CountryCode.parse(ui.getLocale().getCountry()))
        .or(
            () ->
                ui.getLocale().getLanguage().equals("fr")
                    ? CountryCode.parse("FR")
                    : Optional.empty())
        .orElse(null);
  }

  /** The currency of that country (ISO 4217); the euro where nothing tells. */
  public static String currency() {
    CountryCode country = guess();
    return country == null
        ? "EUR"
        : Currency.getInstance(Locale.of("", country.value())).getCurrencyCode();
  }
}
