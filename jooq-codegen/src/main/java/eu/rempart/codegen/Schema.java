package eu.rempart.codegen;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of the schema {@code public}, without partitions.
 *
 * @param tables table → its columns in their order
 * @param kept the names of the tables whose history is kept, parents first
 * @param belongsTo kept table → its column → the parent table it falls and rises with
 */
record Schema(
    Map<String, List<Column>> tables,
    List<String> kept,
    Map<String, Map<String, String>> belongsTo) {

  private static final String COLUMNS =
      """
      SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> 'flyway_schema_history'
      ORDER BY c.relname, a.attnum
      """;

  static Schema read(Connection connection) throws SQLException {
    Map<String, List<Column>> tables = new LinkedHashMap<>();
    List<String> kept = new ArrayList<>();
    Map<String, Map<String, String>> belongsTo = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(COLUMNS)) {
        while (rows.next()) {
          Column column = new Column(rows.getString(1), rows.getString(2), rows.getString(3));
          tables.computeIfAbsent(column.table(), name -> new ArrayList<>()).add(column);
        }
      }
      try (ResultSet rows =
          statement.executeQuery(
              """
              SELECT k.name, b.key, b.value
              FROM rempart.kept_table k LEFT JOIN LATERAL jsonb_each_text(k.belongs_to) b ON true
              ORDER BY k.position, b.key
              """)) {
        while (rows.next()) {
          String name = rows.getString(1);
          Map<String, String> parents =
              belongsTo.computeIfAbsent(name, any -> new LinkedHashMap<>());
          if (!kept.contains(name)) {
            kept.add(name);
          }
          if (rows.getString(2) != null) {
            parents.put(rows.getString(2), rows.getString(3));
          }
        }
      }
    }
    return new Schema(tables, kept, belongsTo);
  }

  List<Column> columns(String table) {
    return tables.getOrDefault(table, List.of());
  }

  boolean isTwin(String table) {
    return kept.stream()
        .anyMatch(name -> table.equals(name + "_history") || table.equals(name + "_archive"));
  }
}
