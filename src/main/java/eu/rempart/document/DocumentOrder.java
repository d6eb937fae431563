package eu.rempart.document;

/** How a list of documents is sorted. */
public enum DocumentOrder {
  /** Those that were changed last come first. */
  CHANGED,
  NAME,
  /** The largest come first. */
  SIZE
}
