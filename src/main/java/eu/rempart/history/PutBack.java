package eu.rempart.history;

/** What came of putting an old value back. */
public sealed interface PutBack {

  /**
   * It is in the record again.
   *
   * @param version the record's new one
   */
  record Done(int version) implements PutBack {}

  /**
   * Somebody changed the record since it was shown.
   *
   * @param version the one it has now
   */
  record Stale(int version) implements PutBack {}

  /** The record is archived, or that version is gone. */
  record Gone() implements PutBack {}

  /** The record is such that it takes nothing back: an issued quote never changes. */
  record Refused() implements PutBack {}
}
