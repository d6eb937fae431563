package eu.rempart.exchange.value;

/**
 * In which order a file writes the parts of 03/07/1980. Dates with the year first need no order.
 */
public enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST
}
