package eu.rempart.exchange.csv;

import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.value.DateOrder;
import eu.rempart.exchange.workbook.Workbook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the tables in the sheets of a workbook. */
final class SheetTables {

  private static final int SAMPLE_ROWS = 500;

  /** Sheets that are looked through for a table. */
  private static final int LOOKED_THROUGH = 30;

  private SheetTables() {}

  /** What the first sheet is that has a header with a row below; shown sheets come first. */
  static CsvInspection inspect(Workbook book) throws IOException {
    return inspect(book, null, null, null);
  }

  /**
   * What a sheet is.
   *
   * @param chosen from 0; null for the first that has a table
   * @param corrected how a person said that it is written; null where nobody did
   * @param kind what the rows are about; null to find it out
   */
  static CsvInspection inspect(
      Workbook book,
      @Nullable Integer chosen,
      @Nullable CsvDialect corrected,
      @Nullable ImportKind kind)
      throws IOException {
    var sheet = chosen == null ? first(book) : chosen;
    var rows = book.sample(sheet, SAMPLE_ROWS);
    if (rows.isEmpty()) {
      throw new UnreadableFileException(FileProblem.EMPTY);
    }
    var above = corrected == null ? Headers.above(rows) : Math.min(corrected.above(), rows.size());
    rows.subList(0, above).clear();
    if (rows.isEmpty()) {
      throw new UnreadableFileException(FileProblem.EMPTY);
    }
    var header = corrected == null ? Headers.present(rows) : corrected.header();
    if (header && rows.size() == 1) {
      throw new UnreadableFileException(FileProblem.HEADER_ONLY);
    }
    if (corrected == null && rows.size() == 1 && !Headers.isRow(rows.getFirst())) {
      throw new UnreadableFileException(FileProblem.NO_TABLE);
    }
    widen(rows);
    var written =
        new CsvDialect(StandardCharsets.UTF_8, ',', '"', header, DateOrder.DAY_FIRST, above);
    return CsvFile.inspect(rows, written, corrected, kind, new ArrayList<>(), choice(book, sheet));
  }

  private static CsvInspection.SheetChoice choice(Workbook book, int sheet) {
    return new CsvInspection.SheetChoice(
        book.sheets().stream().map(Workbook.Sheet::name).toList(),
        IntStream.range(0, book.sheets().size())
            .filter(i -> book.sheets().get(i).hidden())
            .boxed()
            .toList(),
        sheet);
  }

  private static int first(Workbook book) throws IOException {
    for (var hidden : List.of(false, true)) {
      for (var i = 0; i < Math.min(book.sheets().size(), LOOKED_THROUGH); i++) {
        if (book.sheets().get(i).hidden() == hidden) {
          var rows = book.sample(i, SAMPLE_ROWS);
          rows.subList(0, Headers.above(rows)).clear();
          if (rows.size() > 1 && Headers.present(rows)) {
            return i;
          }
        }
      }
    }
    return 0;
  }

  /** Columns that have values and no name are columns all the same. */
  private static void widen(List<List<String>> rows) {
    var width = rows.stream().mapToInt(List::size).max().orElse(0);
    var first = new ArrayList<>(rows.getFirst());
    while (first.size() < width) {
      first.add("");
    }
    rows.set(0, first);
  }
}
