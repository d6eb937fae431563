package eu.rempart.exchange.run;

/** Where an import stands. The names are those in the table. */
public enum ImportState {
  RUNNING,
  DONE,
  /** Somebody stopped it; nothing was changed. */
  CANCELLED,
  /** It broke off, and said why; nothing was changed. */
  FAILED,
  /** The server stopped in the middle; nothing was changed. */
  INTERRUPTED,
  /** It was done, and taken back. */
  UNDONE
}
