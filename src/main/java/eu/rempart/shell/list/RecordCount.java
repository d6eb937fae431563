package eu.rempart.shell.list;

import static eu.rempart.shell.text.Texts.t;

/**
 * How many records a list has.
 *
 * @param rows rows the list can scroll through, 0 or more
 * @param more whether there are more than are counted
 */
public record RecordCount(int rows, boolean more) {

  /** Above this nobody reads an exact number; "10,000+" is shown. */
  private static final int EXACT_UP_TO = 10_000;

  public static RecordCount of(int rows) {
    return new RecordCount(rows, false);
  }

  String words() {
    return more || rows > EXACT_UP_TO
        ? t("shell.list.count.capped", EXACT_UP_TO)
        : t("shell.list.count", rows);
  }
}
