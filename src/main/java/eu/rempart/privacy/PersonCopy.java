package eu.rempart.privacy;

import eu.rempart.common.ContentKey;
import eu.rempart.common.Picture;
import eu.rempart.common.custom.CustomText;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.customfield.CustomParts;
import eu.rempart.db.kept.KeptColumn;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.sealed.Opened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of a person, for them to take along: JSON (article 20 of the GDPR). */
final class PersonCopy {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PersonCopy() {}

  static byte[] json(Map<String, Object> content) {
    return JSON.writeValueAsBytes(content);
  }

  /**
   * The rows of each table.
   *
   * @param named values of custom fields by what these are called
   */
  static Map<String, Object> rows(
      Map<String, List<KeptRow>> tables,
      List<String> times,
      Function<CustomValues, Map<String, String>> named) {
    Map<String, Object> all = new LinkedHashMap<>();
    tables.forEach(
        (kind, rows) -> all.put(kind, rows.stream().map(row -> row(row, times, named)).toList()));
    return all;
  }

  private static Map<String, Object> row(
      KeptRow row, List<String> times, Function<CustomValues, Map<String, String>> named) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", row.id().toString());
    for (KeptColumn column : columns(row)) {
      Object value = value(row.value(column));
      if (value != null && !(value instanceof ContentKey)) {
        fields.put(
            column.name(),
            column.name().equals(CustomParts.COLUMN) && value instanceof String text
                ? own(text, named)
                : value);
      }
    }
    for (String time : times) {
      String value = row.text(time);
      if (value != null) {
        fields.put(time, value);
      }
    }
    return fields;
  }

  /** The short code, where the column does not open, stays one. */
  private static Object own(String text, Function<CustomValues, Map<String, String>> named) {
    return text.startsWith("{") ? named.apply(CustomText.values(text)) : text;
  }

  private static List<KeptColumn> columns(KeptRow row) {
    return eu.rempart.db.generated.KeptTables.of(row.kind()).businessColumns();
  }

  private static @Nullable Object value(Opened<?> opened) {
    return switch (opened) {
      case Opened.Clear<?>(Picture picture) -> picture.dataUrl();
      case Opened.Clear<?>(Object[] all) -> Stream.of(all).map(PersonCopy::one).toList();
      case Opened.Clear<?>(var value) -> value == null ? null : one(value);
      case Opened.Unopenable<?>(var code) -> code;
    };
  }

  private static Object one(Object value) {
    return value instanceof Boolean
            || value instanceof Number
            || value instanceof ContentKey
            || value instanceof byte[]
            || value instanceof List<?>
        ? value
        : value.toString();
  }
}
