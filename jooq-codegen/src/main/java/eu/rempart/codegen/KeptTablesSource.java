package eu.rempart.codegen;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code KeptTables}: every table whose history is kept, with its typed history and archive. */
final class KeptTablesSource {

  private KeptTablesSource() {}

  static String of(Schema schema) {
    StringBuilder tables = new StringBuilder();
    for (String table : schema.kept()) {
      tables.append(table(schema, table));
    }
    return """
        package %s;

        import eu.rempart.db.kept.KeptColumn;
        import eu.rempart.db.kept.KeptTable;
        import java.util.List;
        import java.util.Map;

        /** The tables whose history and archive the database keeps. Generated from the schema. */
        public final class KeptTables {
        %s
          private static final List<KeptTable<?, ?, ?>> ALL = List.of(%s);

          private KeptTables() {}

          /** All of them, parents before children. */
          public static List<KeptTable<?, ?, ?>> all() {
            return ALL;
          }

          /**
           * The table of this name.
           *
           * @throws IllegalArgumentException if there is none
           */
          public static KeptTable<?, ?, ?> of(String name) {
            return switch (name) {
        %s      default -> throw new IllegalArgumentException("no kept table " + name);
            };
          }
        }
        """
        .formatted(
            Generate.PACKAGE,
            tables,
            schema.kept().stream()
                .map(KeptTablesSource::constant)
                .collect(Collectors.joining(", ")),
            schema.kept().stream()
                .map(name -> "      case \"%s\" -> %s;\n".formatted(name, constant(name)))
                .collect(Collectors.joining()));
  }

  private static String table(Schema schema, String table) {
    String name = Column.className(table);
    List<Column> columns = schema.columns(table);
    return """

          /** {@code %1$s}. */
          public static final KeptTable<
                  eu.rempart.db.generated.tables.records.%2$sRecord,
                  eu.rempart.db.generated.tables.records.%2$sHistoryRecord,
                  eu.rempart.db.generated.tables.records.%2$sArchiveRecord>
              %3$s =
                  new KeptTable<>(
                      eu.rempart.db.generated.tables.%2$s.%3$s,
                      eu.rempart.db.generated.tables.%2$sHistory.%3$s_HISTORY,
                      eu.rempart.db.generated.tables.%2$sArchive.%3$s_ARCHIVE,
                      List.of(
        %4$s),
                      %5$s);
        """
        .formatted(
            table,
            name,
            constant(table),
            columns.stream().map(column -> column(name, column)).collect(Collectors.joining(",\n")),
            map(schema.belongsTo().getOrDefault(table, Map.of())));
  }

  private static String column(String name, Column column) {
    String field =
        "eu.rempart.db.generated.tables.%s.%s.%s"
            .formatted(name, constant(column.table()), column.constant());
    return column.sealed() == null
        ? "                  KeptColumn.inClear(%s)".formatted(field)
        : "                  KeptColumn.sealed(%s, %sSealed.%s)"
            .formatted(field, name, column.constant());
  }

  private static String map(Map<String, String> parents) {
    return parents.entrySet().stream()
        .map(parent -> "\"%s\", \"%s\"".formatted(parent.getKey(), parent.getValue()))
        .collect(Collectors.joining(", ", "Map.of(", ")"));
  }

  private static String constant(String table) {
    return new Column(table, table, "").constant();
  }
}
