package eu.rempart.exchange.value;

import eu.rempart.common.CountryCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds a country by its code or by its name in the languages of Europe. */
public final class Countries {

  private static final List<String> LANGUAGES =
      List.of(
          "en", "fr", "de", "nl", "ro", "it", "es", "pt", "pl", "lb", "hu", "cs", "sk", "da", "sv",
          "fi", "el", "bg", "hr", "sl");

  /** Names in use that no locale data have. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("uk", "GB"),
          Map.entry("great britain", "GB"),
          Map.entry("england", "GB"),
          Map.entry("scotland", "GB"),
          Map.entry("angleterre", "GB"),
          Map.entry("grande bretagne", "GB"),
          Map.entry("usa", "US"),
          Map.entry("united states of america", "US"),
          Map.entry("etats unis d amerique", "US"),
          Map.entry("holland", "NL"),
          Map.entry("hollande", "NL"),
          Map.entry("the netherlands", "NL"),
          Map.entry("czech republic", "CZ"),
          Map.entry("republique tcheque", "CZ"),
          Map.entry("tschechische republik", "CZ"),
          Map.entry("brd", "DE"),
          Map.entry("bundesrepublik deutschland", "DE"),
          Map.entry("suisse schweiz svizzera", "CH"),
          Map.entry("republic of ireland", "IE"));

  private static final Map<String, CountryCode> BY_NAME = load();

  private Countries() {}

  /** The country that a cell names: {@code fr}, {@code FRA}, {@code Belgique}, {@code România}. */
  public static Optional<CountryCode> find(String text) {
    var code = CountryCode.parse(text);
    return code.isPresent() ? code : Optional.ofNullable(BY_NAME.get(TextKey.of(text)));
  }

  private static Map<String, CountryCode> load() {
    var names = new HashMap<String, CountryCode>();
    for (var letters : Locale.getISOCountries()) {
      var country = Locale.of("", letters);
      var code = CountryCode.of(letters);
      names.put(TextKey.of(country.getISO3Country()), code);
      for (var language : LANGUAGES) {
        names.putIfAbsent(TextKey.of(country.getDisplayCountry(Locale.of(language))), code);
      }
    }
    OTHERS.forEach((name, letters) -> names.put(name, CountryCode.of(letters)));
    return names;
  }
}
