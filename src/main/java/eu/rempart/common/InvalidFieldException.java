package eu.rempart.common;

/** A value can't be kept; the person is told which field and why. */
public final class InvalidFieldException extends RuntimeException {

  /** What is wrong with the value. */
  public enum Problem {
    REQUIRED,
    TOO_LONG,
    NEGATIVE,
    /** More than one entry is marked as the primary one. */
    TWO_PRIMARIES,
    /** A reference that leads to itself, or to nothing. */
    BAD_REFERENCE
  }

  private final String field;
  private final Problem problem;

  /**
   * Names the field, never its value.
   *
   * @param field key of the field's label in the texts
   */
  public InvalidFieldException(String field, Problem problem) {
    super(field + ": " + problem);
    this.field = field;
    this.problem = problem;
  }

  public String field() {
    return field;
  }

  public Problem problem() {
    return problem;
  }
}
