package eu.rempart.exchange.run;

/** What to do with a row whose person or company is there already. */
public enum MatchPolicy {
  /** Values of the row replace those of the record; empty cells and lists change nothing. */
  UPDATE,
  /** The row is left out. */
  SKIP,
  /** The row becomes a new record all the same. */
  CREATE
}
