package eu.rempart.codegen;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column as PostgreSQL describes it.
 *
 * @param type as {@code format_type} writes it, such as {@code numeric(18,2)} or {@code
 *     sealed_text}
 */
record Column(String table, String name, String type) {

  /** What a sealed column opens to; null where the column is not sealed. */
  @Nullable SealedDomain sealed() {
    return SealedDomain.of(this);
  }

  /** The Java type of its value, in clear where it is sealed; fully qualified. */
  String javaType() {
    SealedDomain sealed = sealed();
    return sealed == null ? JavaTypes.of(this) : sealed.javaType();
  }

  /** {@code first_name} → {@code firstName}. */
  String method() {
    return decapitalised(className(name));
  }

  /** {@code first_name} → {@code FIRST_NAME}. */
  String constant() {
    return name.toUpperCase(Locale.ROOT);
  }

  /** {@code contact_company} → {@code ContactCompany}. */
  static String className(String sqlName) {
    StringBuilder camel = new StringBuilder();
    for (String word : sqlName.split("_", -1)) {
      camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return camel.toString();
  }

  private static String decapitalised(String camel) {
    return camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1);
  }

  @Override
  public String toString() {
    return table + "." + name;
  }
}
