package eu.rempart.deal.line;

/** Why a deal's lines can't be kept; its words are under {@code deal.line.problem.NAME}. */
public enum LineProblem {
  /** No currency that is known, so nobody knows how to round. */
  CURRENCY_UNKNOWN,
  /** A line is in another currency than the deal. */
  CURRENCY_MIX,
  QUANTITY_RANGE,
  PRICE_RANGE,
  /** A discount of less than 0 or more than 100 percent. */
  DISCOUNT_RANGE,
  DESCRIPTION_MISSING,
  TEXT_TOO_LONG,
  LINES_TOO_MANY,
  SUM_NEGATIVE,
  SUM_TOO_LARGE
}
