package eu.rempart.quote.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which language a customer probably reads: a first guess, which whoever writes may change. */
public final class CustomerLanguage {

  /** What is read in a country, the language of most people first. */
  private static final Map<String, List<String>> BY_COUNTRY =
      Map.ofEntries(
          Map.entry("AT", List.of("de")),
          Map.entry("BE", List.of("nl", "fr", "de")),
          Map.entry("BG", List.of("bg")),
          Map.entry("CH", List.of("de", "fr", "it")),
          Map.entry("CY", List.of("el")),
          Map.entry("CZ", List.of("cs")),
          Map.entry("DE", List.of("de")),
          Map.entry("DK", List.of("da")),
          Map.entry("EE", List.of("et")),
          Map.entry("ES", List.of("es")),
          Map.entry("FI", List.of("fi", "sv")),
          Map.entry("FR", List.of("fr")),
          Map.entry("GB", List.of("en")),
          Map.entry("GR", List.of("el")),
          Map.entry("HR", List.of("hr")),
          Map.entry("HU", List.of("hu")),
          Map.entry("IE", List.of("en")),
          Map.entry("IT", List.of("it")),
          Map.entry("LI", List.of("de")),
          Map.entry("LT", List.of("lt")),
          Map.entry("LU", List.of("fr", "de")),
          Map.entry("LV", List.of("lv")),
          Map.entry("MC", List.of("fr")),
          Map.entry("MD", List.of("ro")),
          Map.entry("MT", List.of("en")),
          Map.entry("NL", List.of("nl")),
          Map.entry("PL", List.of("pl")),
          Map.entry("PT", List.of("pt")),
          Map.entry("RO", List.of("ro")),
          Map.entry("SE", List.of("sv")),
          Map.entry("SI", List.of("sl")),
          Map.entry("SK", List.of("sk")),
          Map.entry("SM", List.of("it")));

  private CustomerLanguage() {}

  /**
   * One of {@link DocumentWords#LANGUAGES}: by the customer's language, else by their country.
   *
   * @param language BCP 47; null where nobody knows it
   * @param country ISO 3166-1 alpha-2; null where nobody knows it
   * @param otherwise taken where neither tells, and where the country reads it beside others
   */
  public static String guess(
      @Nullable String language, @Nullable String country, String otherwise) {
    if (language != null) {
      return offered(Locale.forLanguageTag(language).getLanguage());
    }
    List<String> read = country == null ? List.of() : BY_COUNTRY.getOrDefault(country, List.of());
    return read.isEmpty() || read.contains(otherwise) ? offered(otherwise) : read.getFirst();
  }

  /** This language, or English where there are no words for it. */
  public static String offered(String language) {
    return DocumentWords.LANGUAGES.contains(language) ? language : "en";
  }
}
