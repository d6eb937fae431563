package eu.rempart.db;

/** The database can't be used as it is; the message says what was found and what was expected. */
public final class DatabaseUnusableException extends RuntimeException {

  public DatabaseUnusableException(String message) {
    super(message);
  }

  public DatabaseUnusableException(String message, Throwable cause) {
    super(message, cause);
  }
}
