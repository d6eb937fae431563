package eu.rempart.exchange.value;

import java.util.ArrayList;
import java.util.List;

/** Takes several values out of one cell. */
public final class Cells {

  private static final String GOOGLE = " ::: ";

  private Cells() {}

  /** E-mail addresses, separated by anything that no address contains. */
  public static List<String> emails(String cell) {
    return cell.indexOf('<') >= 0 ? split(cell, ";,\n") : split(cell, ";,\n \t|");
  }

  /** Phone numbers; a comma separates only where both sides have at least six digits. */
  public static List<String> phones(String cell) {
    var values = new ArrayList<String>();
    for (var part : split(cell, ";\n|")) {
      var pieces = part.split(",", -1);
      var whole = pieces.length < 2;
      for (var piece : pieces) {
        whole |= piece.chars().filter(Character::isDigit).count() < 6;
      }
      if (whole) {
        values.add(part);
      } else {
        for (var piece : pieces) {
          values.add(piece.strip());
        }
      }
    }
    return values;
  }

  /** References, separated by semicolons. */
  public static List<String> references(String cell) {
    return split(cell, ";\n");
  }

  /** Tags: short texts without punctuation. */
  public static List<String> tags(String cell) {
    return split(cell, ";,|\n");
  }

  /** Names and other texts, which may contain any sign but Google's separator and a line break. */
  public static List<String> texts(String cell) {
    return split(cell, "\n");
  }

  private static List<String> split(String cell, String separators) {
    if (cell.isBlank()) {
      return List.of();
    }
    var values = new ArrayList<String>(1);
    var start = 0;
    for (var i = 0; i <= cell.length(); i++) {
      var google = i < cell.length() && cell.startsWith(GOOGLE, i);
      if (i == cell.length() || google || separators.indexOf(cell.charAt(i)) >= 0) {
        var value = cell.substring(start, i).strip();
        if (!value.isEmpty()) {
          values.add(value);
        }
        start = google ? i + GOOGLE.length() : i + 1;
        i = google ? start - 1 : i;
      }
    }
    return values;
  }
}
