package eu.rempart.exchange.export;

import eu.rempart.exchange.csv.CsvExport;
import eu.rempart.exchange.format.ColumnType;
import eu.rempart.exchange.format.TableExport;
import eu.rempart.exchange.workbook.XlsxExport;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
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
 * @param format what the table is written as
 * @param zone where whoever takes it out is
 */
public record ExportWords(
    Locale locale,
    UnaryOperator<String> text,
    Map<UUID, String> members,
    Map<UUID, String> tags,
    TableFormat format,
    ZoneId zone) {

  /** For text, with the signs that the language has between cells. */
  public ExportWords(
      Locale locale,
      UnaryOperator<String> text,
      Map<UUID, String> members,
      Map<UUID, String> tags) {
    this(locale, text, members, tags, TableFormat.usual(locale), ZoneOffset.UTC);
  }

  public ExportWords {
    members = Map.copyOf(members);
    tags = Map.copyOf(tags);
  }

  String of(String key) {
    return text.apply(key);
  }

  /** Begins a table; closing it closes the stream. */
  TableExport table(OutputStream out, List<ColumnType> types, List<String> header)
      throws IOException {
    return format == TableFormat.XLSX
        ? new XlsxExport(out, types, header, zone)
        : new CsvExport(out, format.delimiter(), header);
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
