package eu.rempart.exchange.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.rempart.exchange.csv.Formulas;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that failed, each with its reason in words behind it, as a CSV file that can be mended
 * and imported again.
 */
final class ErrorFile {

  private static final int MAX_ROWS = 100_000;

  /** Puts a reason into words of the language of whoever started the import. */
  interface Reasons {
    String of(RowResult result);
  }

  private final StringWriter text = new StringWriter();
  private final CsvWriter csv = CsvWriter.builder().build(text);
  private final Reasons reasons;
  private int rows;

  ErrorFile(Reasons reasons) {
    this.reasons = reasons;
  }

  void add(RowResult result) {
    if (result.outcome().kind() != Outcome.Kind.FAILED || rows == MAX_ROWS) {
      return;
    }
    rows++;
    List<String> cells = new ArrayList<>();
    cells.add(Long.toString(result.row().number()));
    cells.add(reasons.of(result));
    result.row().cells().forEach(cell -> cells.add(Formulas.neutralise(cell)));
    csv.writeRecord(cells);
  }

  /** Null where nothing failed. */
  @Nullable String content() {
    return rows == 0 ? null : text.toString();
  }
}
