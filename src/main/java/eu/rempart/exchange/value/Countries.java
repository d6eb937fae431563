package eu.rempart.exchange.value;

import eu.rempart.common.CountryCode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a country by its code or by its name in the languages of Europe. */
public final class Countries {

  private static final List<String> LANGUAGES =
      List.of(
          "en", "fr", "de", "nl", "ro", "it", "es", "pt", "pl", "lb", "hu", "cs", "sk", "da", "sv",
          "fi", "el", "bg", "hr", "sl", "nb", "et", "lv", "lt", "tr", "ru", "uk", "sr", "ja", "zh",
          "ko", "ca");

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
          Map.entry("republic of ireland", "IE"),
          Map.entry("eire", "IE"),
          Map.entry("wales", "GB"),
          Map.entry("northern ireland", "GB"),
          Map.entry("united kingdom of great britain and northern ireland", "GB"),
          Map.entry("the united kingdom", "GB"),
          Map.entry("the united states", "US"),
          Map.entry("the united states of america", "US"),
          Map.entry("america", "US"),
          Map.entry("vereinigte staaten von amerika", "US"),
          Map.entry("uae", "AE"),
          Map.entry("russian federation", "RU"),
          Map.entry("korea", "KR"),
          Map.entry("republic of korea", "KR"),
          Map.entry("korea republic of", "KR"),
          Map.entry("viet nam", "VN"),
          Map.entry("prc", "CN"),
          Map.entry("p r china", "CN"),
          Map.entry("people s republic of china", "CN"),
          Map.entry("iran islamic republic of", "IR"),
          Map.entry("ivory coast", "CI"),
          Map.entry("macedonia", "MK"),
          Map.entry("slovak republic", "SK"),
          Map.entry("moldova republic of", "MD"),
          Map.entry("taiwan province of china", "TW"),
          Map.entry("turkey", "TR"),
          Map.entry("swaziland", "SZ"),
          Map.entry("cape verde", "CV"),
          Map.entry("burma", "MM"));

  /** {@code U.S.A.}, {@code U. K.}, as their keys. */
  private static final Pattern INITIALS = Pattern.compile("\\p{L}(?: \\p{L}){1,3}");

  private static final Map<String, CountryCode> BY_NAME = load();

  private Countries() {}

  /** The country that a cell names: {@code fr}, {@code FRA}, {@code U.S.A.}, {@code România}. */
  public static Optional<CountryCode> find(String text) {
    var code = CountryCode.parse(text);
    if (code.isPresent()) {
      return code;
    }
    var key = TextKey.of(text);
    var named = BY_NAME.get(key);
    if (named == null && INITIALS.matcher(key).matches()) {
      return find(key.replace(" ", ""));
    }
    return Optional.ofNullable(named);
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
