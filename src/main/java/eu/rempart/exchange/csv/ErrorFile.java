package eu.rempart.exchange.csv;

import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.value.Formulas;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rows that were not imported, as they were in the file, each with its number and the reason.
 * Corrected, it can be imported itself: its two additional columns are passed over.
 */
public final class ErrorFile implements Closeable {

  private final CsvExport export;
  private final int width;
  private final Function<RowProblem, String> sentence;

  /**
   * Starts the file.
   *
   * @param headers of the file that was imported
   * @param rowHeader what the column of row numbers is called
   * @param reasonHeader what the column of reasons is called
   * @param sentence says a problem in the reader's language
   */
  public ErrorFile(
      OutputStream out,
      char delimiter,
      List<String> headers,
      String rowHeader,
      String reasonHeader,
      Function<RowProblem, String> sentence)
      throws IOException {
    var all = new ArrayList<>(headers);
    all.add(rowHeader);
    all.add(reasonHeader);
    export = new CsvExport(out, delimiter, all);
    width = headers.size();
    this.sentence = sentence;
  }

  /** Adds a row with all that is wrong with it. */
  public void add(ImportedRow row) {
    add(row, row.problems().stream().map(sentence).distinct().collect(Collectors.joining(" ")));
  }

  /** Adds a row with a reason in words of its own. */
  public void add(ImportedRow row, String reason) {
    var cells = new ArrayList<String>(width + 2);
    for (var i = 0; i < width; i++) {
      cells.add(i < row.cells().size() ? Formulas.undo(row.cells().get(i)) : "");
    }
    cells.add(String.valueOf(row.number()));
    cells.add(reason);
    export.row(cells);
  }

  @Override
  public void close() throws IOException {
    export.close();
  }
}
