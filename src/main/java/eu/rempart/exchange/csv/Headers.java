package eu.rempart.exchange.csv;

import eu.rempart.common.EmailAddress;
import eu.rempart.common.InvisibleMarks;
import eu.rempart.exchange.value.TextKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Tells a header from data, and makes the names of its columns distinct. */
final class Headers {

  private static final int MAX_NAME = 200;
  private static final int MAX_ABOVE = 12;

  private Headers() {}

  /** Whether the first of these rows names the columns. */
  static boolean present(List<List<String>> rows) {
    var first = rows.getFirst();
    if (first.stream().anyMatch(Headers::isValue)) {
      return false;
    }
    if (first.stream().anyMatch(c -> !c.isBlank() && AliasTable.anyKnows(c))) {
      return true;
    }
    return rows.size() > 1 && first.stream().filter(c -> !c.isBlank()).count() > 1;
  }

  /** Whether a row that stands alone says something of a record, and isn't the title of a page. */
  static boolean isRow(List<String> row) {
    return row.stream().filter(c -> !c.isBlank()).count() > 1
        || row.stream().anyMatch(Headers::isValue);
  }

  private static boolean isValue(String cell) {
    return EmailAddress.parse(cell).isPresent() || isNumber(cell);
  }

  /**
   * How many rows stand above the header: the title of a report, a remark of the program that wrote
   * it. Each has one cell, and below them comes a row with names that somebody knows.
   */
  static int above(List<List<String>> rows) {
    for (var i = 0; i < Math.min(rows.size(), MAX_ABOVE); i++) {
      var named = rows.get(i).stream().filter(c -> !c.isBlank()).toList();
      if (named.size() > 1) {
        if (i + 1 < rows.size() && isGrouped(named, rows.get(i + 1))) {
          return i + 1;
        }
        return i > 0 && known(named) > 1 ? i : 0;
      }
    }
    return 0;
  }

  /** Whether these are names of groups of columns, whose own names stand in the row below. */
  private static boolean isGrouped(List<String> named, List<String> below) {
    var names = below.stream().filter(c -> !c.isBlank()).toList();
    return names.size() > named.size()
        && known(names) >= 3
        && known(names) * 3 >= names.size() * 2L
        && known(names) >= 2 * known(named);
  }

  private static long known(List<String> names) {
    return names.stream().filter(AliasTable::anyKnows).count();
  }

  /** Repeated names get a number, {@code Titre (2)}; very long ones are cut. */
  static List<String> distinct(List<String> cells) {
    var seen = new HashMap<String, Integer>();
    var names = new ArrayList<String>(cells.size());
    for (var cell : cells) {
      var name = clean(cell);
      var times = name.isEmpty() ? 1 : seen.merge(TextKey.of(name), 1, Integer::sum);
      names.add(times == 1 ? name : name + " (" + times + ")");
    }
    return names;
  }

  /** Whether a name occurs twice. */
  static boolean repeated(List<String> cells) {
    var named = cells.stream().map(Headers::clean).filter(n -> !n.isEmpty()).map(TextKey::of);
    var names = named.toList();
    return names.stream().distinct().count() < names.size();
  }

  private static String clean(String cell) {
    var name = InvisibleMarks.strip(cell).strip().replaceAll("\\s+", " ");
    return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
  }

  private static boolean isNumber(String cell) {
    var digits = cell.chars().filter(Character::isDigit).count();
    return digits >= 6 && digits * 2 > cell.length();
  }
}
