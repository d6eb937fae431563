package eu.rempart.document;

/** How far a document is. The names are those in the table. */
public enum DocumentState {
  DRAFT,
  VALID,
  OUTDATED
}
