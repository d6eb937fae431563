package eu.rempart.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks each table whose history is kept against its history and its archive. The order of columns
 * does not matter, and a twin may keep columns that its table has given up: their old values stay.
 */
final class Triples {

  private static final Map<String, String> OF_HISTORY =
      Map.of(
          "valid_from", "timestamp with time zone",
          "valid_to", "timestamp with time zone",
          "ended_by", "uuid",
          "end_source", "text",
          "end_reason", "text",
          "end_change_id", "uuid");

  private static final Map<String, String> OF_ARCHIVE =
      Map.of(
          "archived_at", "timestamp with time zone",
          "archived_by", "uuid",
          "archive_source", "text",
          "archive_reason", "text",
          "archive_id", "uuid");

  private static final Map<String, String> OF_LIVE =
      Map.of(
          "id", "uuid",
          "version", "integer",
          "created_at", "timestamp with time zone",
          "created_by", "uuid",
          "created_source", "text",
          "changed_at", "timestamp with time zone",
          "changed_by", "uuid",
          "change_source", "text",
          "change_reason", "text",
          "change_id", "uuid");

  private Triples() {}

  /**
   * @throws SchemaException naming every missing or drifted column
   */
  static void check(Schema schema) {
    List<String> faults = new ArrayList<>();
    for (String name : schema.kept()) {
      Map<String, String> live = types(schema, name);
      compare(OF_LIVE, live, name, faults);
      Map<String, String> history = types(schema, name + "_history");
      compare(live, history, name + "_history", faults);
      compare(OF_HISTORY, history, name + "_history", faults);
      Map<String, String> archive = types(schema, name + "_archive");
      compare(live, archive, name + "_archive", faults);
      compare(OF_ARCHIVE, archive, name + "_archive", faults);
    }
    for (String table : schema.tables().keySet()) {
      if (table.endsWith("_history") && !schema.isTwin(table)) {
        faults.add(table + " looks like a history, but keep_history was not called for its table");
      }
    }
    if (!faults.isEmpty()) {
      throw new SchemaException(String.join("; ", faults));
    }
  }

  private static Map<String, String> types(Schema schema, String table) {
    return schema.columns(table).stream().collect(Collectors.toMap(Column::name, Column::type));
  }

  private static void compare(
      Map<String, String> expected, Map<String, String> actual, String table, List<String> faults) {
    expected.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            column -> {
              String type = actual.get(column.getKey());
              if (type == null) {
                faults.add(
                    "%s has no column %s (%s)"
                        .formatted(table, column.getKey(), column.getValue()));
              } else if (!type.equals(column.getValue())) {
                faults.add(
                    "%s.%s has the type %s, expected %s"
                        .formatted(table, column.getKey(), type, column.getValue()));
              }
            });
  }
}
