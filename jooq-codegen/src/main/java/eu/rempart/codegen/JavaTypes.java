package eu.rempart.codegen;

import java.util.Map;

/** The Java types that jOOQ's own generator gives columns in clear. */
final class JavaTypes {

  private static final Map<String, String> BY_SQL =
      Map.ofEntries(
          Map.entry("uuid", "java.util.UUID"),
          Map.entry("uuid[]", "java.util.UUID[]"),
          Map.entry("text", "String"),
          Map.entry("text[]", "String[]"),
          Map.entry("boolean", "Boolean"),
          Map.entry("smallint", "Short"),
          Map.entry("integer", "Integer"),
          Map.entry("integer[]", "Integer[]"),
          Map.entry("bigint", "Long"),
          Map.entry("numeric", "java.math.BigDecimal"),
          Map.entry("date", "java.time.LocalDate"),
          Map.entry("timestamp with time zone", "java.time.OffsetDateTime"),
          Map.entry("jsonb", "org.jooq.JSONB"),
          Map.entry("bytea", "byte[]"));

  private JavaTypes() {}

  static String of(Column column) {
    String bare = column.type().replaceAll("\\(.*?\\)", "");
    String java = BY_SQL.get(bare);
    if (java == null) {
      throw new SchemaException(
          "%s has the type %s, which JavaTypes does not know".formatted(column, column.type()));
    }
    return java;
  }
}
