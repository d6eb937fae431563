package eu.rempart.codegen;

import java.util.List;

/** {@code ContactSealed}: what identifies the sealed columns of a table. */
final class SealedSource {

  private SealedSource() {}

  static String of(String table, List<Column> columns) {
    StringBuilder body = new StringBuilder();
    StringBuilder all = new StringBuilder();
    for (Column column : columns) {
      SealedDomain domain = column.sealed();
      if (domain == null) {
        continue;
      }
      body.append(
          """

            /** {@code %s}. */
            public static final SealedColumn<%s> %s =
                new SealedColumn<>("%s", "%s", SealedTypes.%s);
          """
              .formatted(
                  column, column.javaType(), column.constant(), table, column.name(), domain));
      all.append(all.isEmpty() ? "" : ", ").append(column.constant());
    }
    return """
        package %s;

        import eu.rempart.db.sealed.SealedColumn;
        import eu.rempart.db.sealed.SealedTypes;
        import java.util.List;

        /** The sealed columns of {@code %s}. Generated from the schema. */
        public final class %sSealed {
        %s
          /** All of them. */
          public static final List<SealedColumn<?>> ALL = List.of(%s);

          private %sSealed() {}
        }
        """
        .formatted(
            Generate.PACKAGE, table, Column.className(table), body, all, Column.className(table));
  }
}
