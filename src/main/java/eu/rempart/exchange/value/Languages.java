package eu.rempart.exchange.value;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds a language by its code or by its name in the languages of our customers. */
public final class Languages {

  private static final List<String> READERS =
      List.of("en", "fr", "de", "nl", "ro", "it", "es", "pt", "pl");

  private static final Map<String, String> BY_NAME = load();

  private Languages() {}

  /** ISO 639-1 of {@code fr}, {@code fr_BE}, {@code Français (France)}, {@code Rumänisch}. */
  public static Optional<String> find(String text) {
    var key = TextKey.of(text);
    var whole = BY_NAME.get(key);
    if (whole != null || key.isEmpty()) {
      return Optional.ofNullable(whole);
    }
    return Optional.ofNullable(BY_NAME.get(key.substring(0, (key + " ").indexOf(' '))));
  }

  private static Map<String, String> load() {
    var names = new HashMap<String, String>();
    for (var code : Locale.getISOLanguages()) {
      names.put(code, code);
      var language = Locale.of(code);
      names.putIfAbsent(TextKey.of(language.getDisplayLanguage(language)), code);
      for (var reader : READERS) {
        names.putIfAbsent(TextKey.of(language.getDisplayLanguage(Locale.of(reader))), code);
      }
    }
    return names;
  }
}
