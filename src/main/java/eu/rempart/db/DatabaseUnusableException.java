package eu.rempart.db;

import org.jspecify.annotations.Nullable;

/** The database can't be used as it is; the message says what was found and what was expected. */
public final class DatabaseUnusableException extends RuntimeException {

  private static final String USUAL =
      "Check the settings rempart.database.*, or leave them out for the embedded database.";

  private final String advice;

  private DatabaseUnusableException(String message, @Nullable Throwable cause, String advice) {
    super(message, cause);
    this.advice = advice;
  }

  public DatabaseUnusableException(String message) {
    this(message, null, USUAL);
  }

  public DatabaseUnusableException(String message, Throwable cause) {
    this(message, cause, USUAL);
  }

  /**
   * @param advice what the operator may do, as a sentence
   */
  public DatabaseUnusableException(String message, String advice) {
    this(message, null, advice);
  }

  /** What the operator may do. */
  public String advice() {
    return advice;
  }
}
