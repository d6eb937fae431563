package eu.rempart.exchange.run;

/** What an import that runs is doing. */
public enum ImportStep {
  /** Reads and writes row by row. It can be cancelled. */
  ROWS,
  /** All rows are written; the database keeps them. */
  SAVING,
  /** All rows are kept; the search index reads them. */
  INDEXING
}
