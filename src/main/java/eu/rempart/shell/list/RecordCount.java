package eu.rempart.shell.list;

/**
 * How many records a list has.
 *
 * @param rows rows the list can scroll through, 0 or more
 * @param more whether there are more than are counted
 */
public record RecordCount(int rows, boolean more) {

  /** Above this nobody reads an exact number; "10,000+" is shown. */
  static final int EXACT_UP_TO = 10_000;

  public static RecordCount of(int rows) {
    return new RecordCount(rows, false);
  }

  boolean capped() {
    return more || rows > EXACT_UP_TO;
  }
}
