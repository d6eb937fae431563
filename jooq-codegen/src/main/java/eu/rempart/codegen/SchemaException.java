package eu.rempart.codegen;

/** The migrated schema breaks a rule of the house; the message names table and column. */
final class SchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SchemaException(String message) {
    super(message);
  }
}
