package eu.rempart.deal.line;

import org.jspecify.annotations.Nullable;

/** Where the amount of a deal comes from. */
public enum AmountBy {
  /** Somebody writes it. */
  HAND,
  /** It is what the lines come to, and changes with them. */
  PRODUCTS;

  /** As it is kept: null stands for by hand. */
  public @Nullable String column() {
    return this == HAND ? null : name();
  }

  /** What a column says. */
  public static AmountBy of(@Nullable String column) {
    return column == null ? HAND : valueOf(column);
  }
}
