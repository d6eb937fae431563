package eu.rempart.document.file;

/** A file is not taken; nothing of it is kept. */
public final class FileRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** Nothing in it. */
    EMPTY,
    /** Larger than the setting {@code rempart.document.max-size}. */
    TOO_LARGE,
    /** This member has too many files on their way in already. */
    TOO_MANY,
    /** It is not what its name says. */
    OTHER_KIND,
    /** It ended before its size, or went on behind it. */
    BROKEN
  }

  private final Reason reason;

  public FileRefusedException(Reason reason) {
    super("file refused: " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
