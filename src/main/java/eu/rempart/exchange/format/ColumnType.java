package eu.rempart.exchange.format;

/** What the cells of a column are that is written; one that is something else is text. */
public enum ColumnType {
  TEXT,
  /** Digits with a point, as in {@code -12.5}. */
  NUMBER,
  /** A number and an ISO 4217 code, as in {@code 12.5 EUR}. */
  MONEY,
  /** ISO 8601, as in {@code 2026-11-30}. */
  DAY,
  /** ISO 8601 in UTC, as in {@code 2026-11-30T08:00:00Z}; a day stays one. */
  MOMENT
}
