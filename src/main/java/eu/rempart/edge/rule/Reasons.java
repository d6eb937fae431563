package eu.rempart.edge.rule;

/** Why an administrator does something, in their own words. */
public final class Reasons {

  /** The longest, in characters. */
  public static final int LONGEST = 500;

  private Reasons() {}

  /**
   * Goes on only with a reason.
   *
   * @throws IllegalArgumentException unless it has 1 to {@value #LONGEST} characters that are not
   *     blank
   */
  public static void require(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a reason has 1 to %d characters, got %d".formatted(LONGEST, reason.length()));
    }
  }
}
