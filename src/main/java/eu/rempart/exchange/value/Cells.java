package eu.rempart.exchange.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Takes several values out of one cell. */
public final class Cells {

  private static final String GOOGLE = " ::: ";

  private Cells() {}

  /** E-mail addresses, separated by anything that no address contains. */
  public static List<String> emails(String cell) {
    return cell.indexOf('<') >= 0 ? split(cell, ";,\n") : split(cell, ";,\n \t|");
  }

  /**
   * Phone numbers; a comma separates only where both sides have at least six digits, a slash where
   * both have nine: Germans write one behind the prefix.
   */
  public static List<String> phones(String cell) {
    return split(cell, ";\n|").stream()
        .flatMap(part -> cut(part, ",", 6))
        .flatMap(part -> cut(part, "/", 9))
        .toList();
  }

  /** The parts of the text, if each of them has so many digits; else all of it. */
  private static Stream<String> cut(String text, String sign, int digits) {
    var parts = text.split(sign, -1);
    var enough =
        Arrays.stream(parts).allMatch(p -> p.chars().filter(Character::isDigit).count() >= digits);
    return parts.length > 1 && enough ? Arrays.stream(parts).map(String::strip) : Stream.of(text);
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
