package eu.rempart.exchange.csv.writing;

/** What a person says of cells that could be read in two ways. */
public enum CellReading {
  /** 1.250 is a thousand, and 1,5 one and a half. */
  DECIMAL_COMMA,
  /** 1.250 is one and a quarter. */
  DECIMAL_POINT,
  /** 01/02/2026 is in February. */
  DAY_FIRST,
  /** 01/02/2026 is in January. */
  MONTH_FIRST
}
