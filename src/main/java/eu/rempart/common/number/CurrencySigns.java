package eu.rempart.common.number;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Currencies by what people write for them: codes, and signs of the languages that we speak. */
public final class CurrencySigns {

  private static final List<Locale> LOCALES =
      List.of(
          Locale.UK,
          Locale.US,
          Locale.FRANCE,
          Locale.GERMANY,
          Locale.of("nl", "NL"),
          Locale.of("de", "CH"),
          Locale.of("fr", "CH"),
          Locale.of("ro", "RO"),
          Locale.of("pl", "PL"),
          Locale.of("cs", "CZ"),
          Locale.of("hu", "HU"),
          Locale.of("bg", "BG"));

  /** Signs that are of several currencies, and mean this one where nothing else is said. */
  private static final Map<String, String> USUAL =
      Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY", "lei", "RON", "Fr", "CHF");

  private static final Set<String> CODES =
      Currency.availableCurrencies().map(Currency::getCurrencyCode).collect(Collectors.toSet());

  private static final Map<String, String> SIGNS = signs();

  private CurrencySigns() {}

  private static Map<String, String> signs() {
    Map<String, String> signs = new HashMap<>();
    for (Locale locale : LOCALES) {
      for (Currency currency : Currency.getAvailableCurrencies()) {
        // where two currencies have one sign, it says neither
        signs.merge(
            key(currency.getSymbol(locale)),
            currency.getCurrencyCode(),
            (one, other) -> one.equals(other) ? one : "");
      }
    }
    CODES.forEach(code -> signs.put(key(code), code));
    USUAL.forEach((sign, code) -> signs.put(key(sign), code));
    return Map.copyOf(signs);
  }

  /** The code of the currency that a text such as {@code €}, {@code lei} or {@code chf} names. */
  public static Optional<String> find(String text) {
    return Optional.ofNullable(SIGNS.get(key(text))).filter(code -> !code.isEmpty());
  }

  private static String key(String text) {
    return text.replaceAll("[.\\p{Z}]", "").toLowerCase(Locale.ROOT);
  }
}
