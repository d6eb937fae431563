package eu.rempart.db.sealed;

import org.jspecify.annotations.Nullable;

/** What came of opening a sealed column. */
public sealed interface Opened<T> {

  /** The value in clear; null where the column is empty. */
  record Clear<T>(@Nullable T value) implements Opened<T> {

    /** Says nothing of the value: it is customer data. */
    @Override
    public String toString() {
      return value == null ? "Clear[empty]" : "Clear[…]";
    }
  }

  /**
   * The ciphertext is not what was sealed for this record and column. The rest of the record stays
   * usable.
   *
   * @param code a short code that the security event has too, such as {@code S-4F2A}
   */
  record Unopenable<T>(String code) implements Opened<T> {}

  /** The value, or null where it is empty or doesn't open. */
  default @Nullable T orNull() {
    return switch (this) {
      case Clear<T> clear -> clear.value();
      case Unopenable<T> unopenable -> null;
    };
  }

  /** The value, or {@code other} where it is empty or doesn't open. */
  default T or(T other) {
    T value = orNull();
    return value == null ? other : value;
  }

  static <T> Opened<T> empty() {
    return new Clear<>(null);
  }
}
