package eu.rempart.exchange.export;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The words of a table, in the language of whoever takes it out.
 *
 * @param text the text of a key
 * @param members names of the members who look after records
 */
public record ExportWords(Locale locale, UnaryOperator<String> text, Map<UUID, String> members) {

  public ExportWords {
    members = Map.copyOf(members);
  }

  String of(String key) {
    return text.apply(key);
  }

  /** Nobody has no name, and neither has who left. */
  String member(@Nullable UUID id) {
    return id == null ? "" : members.getOrDefault(id, "");
  }

  /** Names are personal data. */
  @Override
  public String toString() {
    return "ExportWords[" + locale + "]";
  }
}
