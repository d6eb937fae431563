package eu.rempart.common.line;

/** How many lines there may be, and how long their texts. */
public final class LineRules {

  public static final int MAX_LINES = 200;
  public static final int MAX_DESCRIPTION = 2_000;
  public static final int MAX_UNIT = 32;

  private LineRules() {}

  /** Whether one of its texts is longer than it may be. */
  public static boolean isTooLong(SoldLine line) {
    String unit = line.unit();
    return line.description().length() > MAX_DESCRIPTION
        || (unit != null && unit.length() > MAX_UNIT);
  }
}
