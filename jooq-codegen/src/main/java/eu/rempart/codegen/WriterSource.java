package eu.rempart.codegen;

import java.util.List;
import java.util.Set;

/** {@code ContactWriter}: sets columns by their type, and seals those that are sealed. */
final class WriterSource {

  /** What the trigger of a kept table fills in, whatever is written there. */
  private static final Set<String> BY_TRIGGER =
      Set.of(
          "version",
          "created_at",
          "created_by",
          "created_source",
          "changed_at",
          "changed_by",
          "change_source",
          "change_reason",
          "change_id");

  private WriterSource() {}

  static String of(String table, List<Column> columns, boolean kept) {
    String name = Column.className(table);
    StringBuilder methods = new StringBuilder();
    for (Column column : columns) {
      if (column.name().equals("id") || (kept && BY_TRIGGER.contains(column.name()))) {
        continue;
      }
      String value =
          column.sealed() == null
              ? "value"
              : "sealing.seal(%sSealed.%s, value)".formatted(name, column.constant());
      methods.append(
          """

            /** Sets {@code %s}%s; null empties it. */
            public %sWriter %s(%s value) {
              record.set%s(%s);
              return this;
            }
          """
              .formatted(
                  column,
                  column.sealed() == null ? "" : ", sealed",
                  name,
                  column.method(),
                  column.javaType(),
                  Column.className(column.name()),
                  value));
    }
    return """
        package %1$s;

        import eu.rempart.db.generated.tables.%2$s;
        import eu.rempart.db.generated.tables.records.%2$sRecord;
        import eu.rempart.db.sealed.RecordSealing;
        import eu.rempart.db.sealed.Sealing;
        import java.util.UUID;

        /** Fills in a row of {@code %3$s}. Not thread safe. Generated from the schema. */
        public final class %2$sWriter {

          private final %2$sRecord record = new %2$sRecord();
          private final UUID id;
          private final RecordSealing sealing;

          /** Writes the record of this id, with the key of that record. */
          public %2$sWriter(UUID id, Sealing sealing) {
            this.id = id;
            this.sealing = sealing.of("%3$s", id);
          }
        %4$s
          /** The row with its id and the columns that were set: for an INSERT. */
          public %2$sRecord forInsert() {
            record.setId(id);
            return record;
          }

          /** Only the columns that were set: for an UPDATE. */
          public %2$sRecord forUpdate() {
            record.touched(%5$s.ID, false);
            return record;
          }

          /** Whether no column was set, so that an UPDATE would have nothing to do. */
          public boolean isEmpty() {
            return !forUpdate().touched();
          }
        }
        """
        .formatted(
            Generate.PACKAGE,
            name,
            table,
            methods,
            name + "." + new Column(table, table, "").constant());
  }
}
