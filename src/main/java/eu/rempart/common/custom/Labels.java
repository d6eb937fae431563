package eu.rempart.common.custom;

import eu.rempart.common.InvisibleMarks;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What something is called in each language.
 *
 * @param byLanguage texts by ISO 639 code; blank ones are left out
 */
public record Labels(Map<String, String> byLanguage) {

  public Labels {
    Map<String, String> kept = new TreeMap<>();
    byLanguage.forEach(
        (language, text) -> {
          String seen = InvisibleMarks.strip(text).strip().replaceAll("\\s+", " ");
          if (!seen.isEmpty()) {
            kept.put(language, seen);
          }
        });
    byLanguage = Map.copyOf(kept);
  }

  /** The same text in whatever language. */
  public static Labels of(String text) {
    return new Labels(Map.of("en", text));
  }

  /** In this language, else in English, else in French, else in any; empty where there is none. */
  public String in(Locale locale) {
    return Optional.ofNullable(byLanguage.get(locale.getLanguage()))
        .or(() -> Optional.ofNullable(byLanguage.get("en")))
        .or(() -> Optional.ofNullable(byLanguage.get("fr")))
        .or(() -> new TreeMap<>(byLanguage).values().stream().findFirst())
        .orElse("");
  }

  public boolean isEmpty() {
    return byLanguage.isEmpty();
  }

  /** Labels are customer data. */
  @Override
  public String toString() {
    return "Labels" + byLanguage.keySet();
  }
}
