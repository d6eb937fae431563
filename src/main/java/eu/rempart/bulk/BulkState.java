package eu.rempart.bulk;

/** How far a bulk change is. The names are those in the table. */
public enum BulkState {
  RUNNING,
  DONE,
  /** Whoever began it stopped it; it changed nothing. */
  CANCELLED,
  /** It broke off, and changed nothing. */
  FAILED,
  /** The process ended meanwhile; it changed nothing. */
  INTERRUPTED,
  UNDONE
}
