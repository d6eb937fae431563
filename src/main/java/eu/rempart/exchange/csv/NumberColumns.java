package eu.rempart.exchange.csv;

import eu.rempart.common.number.NumberConvention;
import eu.rempart.exchange.csv.token.CsvTokenizer;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.value.Formulas;
import eu.rempart.exchange.value.Place;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** How each column of a table writes its numbers. */
final class NumberColumns {

  private final List<NumberConvention> conventions = new ArrayList<>();

  /** What the columns prove, and what a person said of those that prove nothing. */
  NumberColumns(CsvInspection inspection, Mapping mapping) {
    for (CsvColumn column : inspection.columns()) {
      Boolean said = mapping.decimalCommas().get(column.index());
      conventions.add(
          said == null
              ? column.numbers().convention()
              : said ? NumberConvention.DECIMAL_COMMA : NumberConvention.DECIMAL_POINT);
    }
  }

  /** That of the column in which a cell stands. */
  NumberConvention of(Place place) {
    return place.column() >= 0 && place.column() < conventions.size()
        ? conventions.get(place.column())
        : NumberConvention.UNKNOWN;
  }

  /**
   * Reads the columns to their end whose beginning does not say how they are written: one cell
   * decides. Reads nothing where the beginning says it of all.
   */
  static CsvInspection decided(FileSource file, CsvInspection begun) throws IOException {
    List<CsvColumn> columns = new ArrayList<>(begun.columns());
    if (columns.stream().noneMatch(column -> column.numbers().isOpen())) {
      return begun;
    }
    CsvDialect dialect = begun.dialect();
    try (CsvTokenizer tokens =
        new CsvTokenizer(
            new InputStreamReader(file.open(), dialect.charset()),
            dialect.delimiter(),
            dialect.quote())) {
      List<String> cells = tokens.next();
      while (cells != null && columns.stream().anyMatch(column -> column.numbers().isOpen())) {
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
          CsvColumn column = columns.get(i);
          if (column.numbers().isOpen()) {
            columns.set(i, column.with(column.numbers().and(Formulas.undo(cells.get(i)))));
          }
        }
        cells = tokens.next();
      }
    }
    return begun.with(columns);
  }
}
