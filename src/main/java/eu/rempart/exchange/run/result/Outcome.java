package eu.rempart.exchange.run.result;

/** What becomes of a row, and why. */
public enum Outcome {
  CREATED(Kind.CREATED),

  /** Created beside a record that is somebody else by name, or by the source's key: a duplicate? */
  CREATED_BESIDE(Kind.CREATED),
  UPDATED(Kind.UPDATED),
  /** The record has all of the row's values already. */
  UNCHANGED(Kind.SKIPPED),
  /** A record with the same key is there, and the person chose to leave it alone. */
  EXISTS(Kind.SKIPPED),
  /** A row further up is the same person or company. */
  TWICE_IN_FILE(Kind.SKIPPED),
  /** The source says that it was deleted, or nothing of it is to be imported. */
  LEFT_OUT(Kind.SKIPPED),
  /** Several records have the key: a person must say which. */
  AMBIGUOUS(Kind.FAILED),
  /** The row can't be kept; its problems say why. */
  REFUSED(Kind.FAILED),
  /** Somebody else changed the record at the same moment. */
  CHANGED_MEANWHILE(Kind.FAILED);

  /** How it is counted. */
  public enum Kind {
    CREATED,
    UPDATED,
    SKIPPED,
    FAILED
  }

  private final Kind kind;

  Outcome(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether something is kept of the row. */
  public boolean isWritten() {
    return kind == Kind.CREATED || kind == Kind.UPDATED;
  }

  /** Whether somebody may want to look at the row afterwards. */
  public boolean isToBeSeen() {
    return this != CREATED && this != UPDATED;
  }

  /** Key of its sentence in the texts. */
  public String key() {
    return "exchange.outcome." + name().toLowerCase(java.util.Locale.ROOT);
  }
}
