package eu.rempart.codegen;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The SQL domains that mark sealed columns, and the constants of SealedTypes they stand for. */
enum SealedDomain {
  TEXT("String"),
  DATE("java.time.LocalDate"),
  EMAILS("java.util.List<eu.rempart.common.EmailEntry>"),
  PHONES("java.util.List<eu.rempart.common.PhoneEntry>"),
  ADDRESSES("java.util.List<eu.rempart.common.PostalAddress>"),
  PICTURE("eu.rempart.common.Picture"),
  KEY("eu.rempart.common.ContentKey");

  private static final String PREFIX = "sealed_";

  private final String javaType;

  SealedDomain(String javaType) {
    this.javaType = javaType;
  }

  static @Nullable SealedDomain of(Column column) {
    if (!column.type().startsWith(PREFIX)) {
      return null;
    }
    String wanted = column.type().substring(PREFIX.length()).toUpperCase(Locale.ROOT);
    for (SealedDomain domain : values()) {
      if (domain.name().equals(wanted)) {
        return domain;
      }
    }
    throw new SchemaException(
        "%s has the domain %s, which SealedDomain does not know".formatted(column, column.type()));
  }

  String javaType() {
    return javaType;
  }
}
