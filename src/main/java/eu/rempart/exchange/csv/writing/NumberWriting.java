package eu.rempart.exchange.csv.writing;

import eu.rempart.common.number.NumberConvention;
import eu.rempart.common.number.NumberParser;
import eu.rempart.common.number.NumberReading.Ambiguous;
import eu.rempart.common.number.NumberReading.Evidence;
import eu.rempart.common.number.NumberReading.Refused;
import eu.rempart.common.number.NumberReading.Value;
import eu.rempart.common.number.NumberRules;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the numbers of a column are written, as far as its cells prove it.
 *
 * @param comma whether a cell proves that decimals come behind a comma
 * @param point whether a cell proves that they come behind a point
 * @param open the first cell that could be two numbers; empty where none could
 */
public record NumberWriting(boolean comma, boolean point, String open) implements ColumnWriting {

  /** As {@code CellTexts} writes numbers: never with three decimals. */
  private static final Pattern TYPED =
      Pattern.compile("-?\\d+(\\.(\\d{1,2}|\\d{4,}))?(%| [A-Z]{3})?");

  private static final NumberWriting NONE = new NumberWriting(false, false, "");

  /** That of a column with these cells. */
  public static NumberWriting of(List<String> cells) {
    NumberWriting all = NONE;
    for (String cell : cells) {
      all = all.and(cell);
    }
    return all;
  }

  /**
   * That of a column of a sheet. Numbers that are typed cells are written down here, and prove
   * nothing of how the author writes those that are texts; what looks like them doesn't either.
   */
  public static NumberWriting ofSheet(List<String> cells) {
    return of(cells.stream().filter(cell -> !TYPED.matcher(cell).matches()).toList());
  }

  /** The same with a further cell. */
  public NumberWriting and(String cell) {
    if (cell.indexOf(',') < 0 && cell.indexOf('.') < 0) {
      return this;
    }
    return switch (NumberParser.parse(cell, NumberConvention.UNKNOWN, NumberRules.ofFile())) {
      case Value value ->
          new NumberWriting(
              comma || value.signs() == Evidence.DECIMAL_COMMA,
              point || value.signs() == Evidence.DECIMAL_POINT,
              open);
      case Ambiguous _ -> open.isEmpty() ? new NumberWriting(comma, point, cell.strip()) : this;
      case Refused _ -> this;
    };
  }

  @Override
  public boolean isOpen() {
    return !open.isEmpty() && comma == point;
  }

  @Override
  public List<CellReading> choices() {
    return List.of(CellReading.DECIMAL_COMMA, CellReading.DECIMAL_POINT);
  }

  /** What a cell means that could be two numbers. */
  public NumberConvention convention() {
    return comma == point
        ? NumberConvention.UNKNOWN
        : comma ? NumberConvention.DECIMAL_COMMA : NumberConvention.DECIMAL_POINT;
  }
}
