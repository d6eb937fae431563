package eu.rempart.codegen;

import java.util.List;

/**
 * {@code OpenedContact}: a typed view on a row, which opens a sealed column when it is asked for.
 */
final class OpenedSource {

  private OpenedSource() {}

  static String of(String table, List<Column> columns) {
    String name = Column.className(table);
    StringBuilder fields = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    for (Column column : columns) {
      if (column.sealed() == null) {
        methods.append(
            """

              /** {@code %s}, in clear. */
              public %s %s() {
                return row.get(%s.%s);
              }
            """
                .formatted(
                    column,
                    column.javaType(),
                    column.method(),
                    constant(table),
                    column.constant()));
      } else {
        fields.append("  private Opened<%s> %s;\n".formatted(column.javaType(), column.method()));
        methods.append(
            """

              /** {@code %1$s}, opened on the first call. */
              public Opened<%2$s> %3$s() {
                if (%3$s == null) {
                  %3$s = sealing().open(%4$sSealed.%5$s, row.get(%6$s.%5$s));
                }
                return %3$s;
              }
            """
                .formatted(
                    column,
                    column.javaType(),
                    column.method(),
                    name,
                    column.constant(),
                    constant(table)));
      }
    }
    return """
        package %1$s;

        import eu.rempart.db.generated.tables.%2$s;
        import eu.rempart.db.sealed.Opened;
        import eu.rempart.db.sealed.RecordSealing;
        import eu.rempart.db.sealed.Row;
        import eu.rempart.db.sealed.Sealing;
        import org.jooq.Record;

        /**
         * Any row with columns of {@code %3$s}, of its history or its archive. A column that the row
         * does not have throws IllegalArgumentException. Not thread safe. Generated from the schema.
         */
        public final class Opened%2$s {

          private final Row row;
          private final Sealing sealing;
          private RecordSealing own;
        %4$s
          /** The row needs its id as soon as a sealed column is opened. */
          public Opened%2$s(Row row, Sealing sealing) {
            this.row = row;
            this.sealing = sealing;
          }

          /** As the other, for a row that jOOQ read. */
          public Opened%2$s(Record record, Sealing sealing) {
            this(record::get, sealing);
          }
        %5$s
          private RecordSealing sealing() {
            if (own == null) {
              own = sealing.of("%3$s", row.get(%6$s.ID));
            }
            return own;
          }
        }
        """
        .formatted(Generate.PACKAGE, name, table, fields, methods, constant(table));
  }

  private static String constant(String table) {
    return Column.className(table) + "." + new Column(table, table, "").constant();
  }
}
