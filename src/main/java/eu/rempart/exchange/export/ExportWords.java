package eu.rempart.exchange.export;

import eu.rempart.exchange.csv.CsvExport;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a table, in the language of whoever takes it out.
 *
 * @param text the text of a key
 * @param members names of the members who look after records
 * @param tags names of tags by their ids
 */
public record ExportWords(
    Locale locale, UnaryOperator<String> text, Map<UUID, String> members, Map<UUID, String> tags) {

  public ExportWords {
    members = Map.copyOf(members);
    tags = Map.copyOf(tags);
  }

  String of(String key) {
    return text.apply(key);
  }

  /** What spreadsheets set to this language expect between cells. */
  char delimiter() {
    return CsvExport.delimiter(locale);
  }

  /** Nobody has no name, and neither has who left. */
  String member(@Nullable UUID id) {
    return id == null ? "" : members.getOrDefault(id, "");
  }

  /** Names of tags in one cell, in the order of the alphabet; one in the bin is left out. */
  String tags(Collection<UUID> ids) {
    return ids.stream()
        .flatMap(id -> Stream.ofNullable(tags.get(id)))
        .sorted()
        .collect(Collectors.joining(CsvExport.BETWEEN_VALUES));
  }

  /** Names are personal data. */
  @Override
  public String toString() {
    return "ExportWords[" + locale + "]";
  }
}
