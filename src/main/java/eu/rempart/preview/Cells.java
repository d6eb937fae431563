package eu.rempart.preview;

/** How much of a table is shown. */
final class Cells {

  static final int ROWS = 200;
  static final int COLUMNS = 40;

  private static final int CHARACTERS = 300;

  private Cells() {}

  static String shown(String cell) {
    return cell.length() <= CHARACTERS ? cell : cell.substring(0, CHARACTERS) + "…";
  }
}
