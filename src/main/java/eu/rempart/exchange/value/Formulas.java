package eu.rempart.exchange.value;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what somebody wrote into a field. An apostrophe before the first
 * sign makes text of a formula; reading takes it away again. Phone numbers are no formulas.
 */
public final class Formulas {

  /** Signs that start a formula, with their full-width forms (OWASP, CSV injection). */
  private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final char MARK = '\'';

  /**
   * A plus and a number as phones are written, or several of them in one cell: nothing in it can
   * name a function, a cell or a program, and other programs would read an apostrophe as part of
   * the number.
   */
  private static final Pattern PHONE =
      Pattern.compile("\\+[0-9 ().-]{0,40}[0-9](?:; \\+?[0-9 ().-]{0,40}[0-9])*");

  private Formulas() {}

  /** The cell as it may go into a file. */
  public static String neutralise(String cell) {
    return startsFormula(cell) && !PHONE.matcher(cell).matches() ? MARK + cell : cell;
  }

  /** The cell as it was before {@link #neutralise}. */
  public static String undo(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == MARK && startsFormula(cell.substring(1))
        ? cell.substring(1)
        : cell;
  }

  /**
   * Spreadsheets trim cells, and take quotation marks off: what hides behind those counts too. A
   * cell that itself begins with the mark gets one more, or undoing would take it away.
   */
  private static boolean startsFormula(String cell) {
    var i = 0;
    while (i < cell.length()
        && STARTS.indexOf(cell.charAt(i)) < 0
        && isPassedOver(cell.charAt(i))) {
      i++;
    }
    return i < cell.length() && STARTS.indexOf(cell.charAt(i)) >= 0;
  }

  private static boolean isPassedOver(char c) {
    return c == MARK || c == '"' || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
