package eu.rempart.exchange.csv;

import eu.rempart.common.number.NumberConvention;
import eu.rempart.exchange.csv.token.CsvTokenizer;
import eu.rempart.exchange.csv.writing.CellReading;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.value.DateOrder;
import eu.rempart.exchange.value.Formulas;
import eu.rempart.exchange.value.Place;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** How each column of a table writes its numbers and dates. */
final class ColumnConventions {

  private final List<NumberConvention> numbers = new ArrayList<>();
  private final List<DateOrder> dates = new ArrayList<>();
  private final DateOrder usual;

  /** What the columns prove, and what a person said of those that prove nothing. */
  ColumnConventions(CsvInspection inspection, Mapping mapping) {
    usual = inspection.dialect().dateOrder();
    for (CsvColumn column : inspection.columns()) {
      CellReading said = mapping.readings().get(column.index());
      numbers.add(
          said == CellReading.DECIMAL_COMMA
              ? NumberConvention.DECIMAL_COMMA
              : said == CellReading.DECIMAL_POINT
                  ? NumberConvention.DECIMAL_POINT
                  : column.numbers().convention());
      dates.add(
          said == CellReading.DAY_FIRST
              ? DateOrder.DAY_FIRST
              : said == CellReading.MONTH_FIRST
                  ? DateOrder.MONTH_FIRST
                  : column.dates().order().orElse(usual));
    }
  }

  /** How the column in which a cell stands writes numbers. */
  NumberConvention numbers(Place place) {
    return place.column() >= 0 && place.column() < numbers.size()
        ? numbers.get(place.column())
        : NumberConvention.UNKNOWN;
  }

  /** In which order the column in which a cell stands writes dates. */
  DateOrder dates(Place place) {
    return place.column() >= 0 && place.column() < dates.size() ? dates.get(place.column()) : usual;
  }

  /**
   * Reads the columns to their end whose beginning does not say how they are written: one cell
   * decides. Reads nothing where the beginning says it of all.
   */
  static CsvInspection decided(FileSource file, CsvInspection begun) throws IOException {
    List<CsvColumn> columns = new ArrayList<>(begun.columns());
    if (columns.stream().noneMatch(column -> column.isOpen())) {
      return begun;
    }
    CsvDialect dialect = begun.dialect();
    try (CsvTokenizer tokens =
        new CsvTokenizer(
            new InputStreamReader(file.open(), dialect.charset()),
            dialect.delimiter(),
            dialect.quote())) {
      List<String> cells = tokens.next();
      while (cells != null && columns.stream().anyMatch(column -> column.isOpen())) {
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
          CsvColumn column = columns.get(i);
          if (column.isOpen()) {
            columns.set(i, column.and(Formulas.undo(cells.get(i))));
          }
        }
        cells = tokens.next();
      }
    }
    return begun.with(columns);
  }
}
