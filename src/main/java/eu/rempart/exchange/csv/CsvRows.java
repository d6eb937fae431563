package eu.rempart.exchange.csv;

import eu.rempart.common.InvisibleMarks;
import eu.rempart.exchange.csv.token.CsvDialectDetector;
import eu.rempart.exchange.csv.token.CsvTokenizer;
import eu.rempart.exchange.format.CellRows;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowsAhead;
import eu.rempart.exchange.format.UnreadableFileException;
import eu.rempart.exchange.value.Formulas;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.Problems;
import eu.rempart.exchange.workbook.Workbook;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a table row by row. Holds one row, or two where rows may continue others. */
final class CsvRows extends RowsAhead {

  /** Most rows that add to one, and most characters of theirs: they are held. */
  private static final int MOST_FURTHER = 1_000;

  private static final int MOST_SIGNS = 1 << 20;

  private final CellRows tokens;
  private final Assembler assembler;
  private final List<String> headers;
  private final @Nullable Continuation continuation;
  private final boolean header;
  private final int above;
  private final boolean footers;
  private boolean started;

  /** Rows that added to the one before them, to be told after it; and the row after those. */
  private final Deque<ImportedRow> continuations = new ArrayDeque<>(0);

  private @Nullable Raw ahead;

  /** A row as it was cut: its cells as in the file, and their values by column. */
  private record Raw(List<String> cells, List<String> values, Problems problems) {}

  CsvRows(
      FileSource file,
      CsvInspection inspection,
      Mapping mapping,
      ImportOptions options,
      Clock clock)
      throws IOException {
    super(file);
    var dialect = inspection.dialect();
    headers = inspection.headers();
    header = dialect.header();
    above = dialect.above();
    assembler = Assembler.of(inspection, mapping, options, clock);
    continuation =
        inspection.source() == ImportSource.ODOO ? new Continuation(headers, mapping) : null;
    footers = inspection.source() == ImportSource.SALESFORCE_REPORT;
    var sheets = inspection.sheets();
    tokens =
        sheets == null
            ? text(dialect)
            : Workbook.find(file)
                .orElseThrow(() -> new UnreadableFileException(FileProblem.WORKBOOK_BROKEN))
                .rows(sheets.chosen(), bytes());
  }

  private CsvTokenizer text(CsvDialect dialect) throws IOException {
    return new CsvTokenizer(
        new InputStreamReader(bytes(), dialect.charset()), dialect.delimiter(), dialect.quote());
  }

  @Override
  public void close() throws IOException {
    tokens.close();
  }

  @Override
  protected @Nullable ImportedRow read() throws IOException {
    if (!started) {
      started = true;
      skipHeader();
    }
    return continuations.isEmpty() ? nextRow() : continuations.poll();
  }

  private void skipHeader() throws IOException {
    if (tokens instanceof CsvTokenizer text && text.peekSeparatorLine()) {
      tokens.next();
    }
    for (var i = 0; i < above + (header ? 1 : 0); i++) {
      nextFilled();
    }
  }

  private @Nullable List<String> nextFilled() throws IOException {
    var cells = tokens.next();
    while (cells != null && CsvDialectDetector.isBlank(cells) && tokens.oversized() < 0) {
      cells = tokens.next();
    }
    return cells;
  }

  private @Nullable ImportedRow nextRow() throws IOException {
    var raw = ahead == null ? nextRaw() : ahead;
    ahead = null;
    if (raw != null && continuation != null) {
      continuation.fill(raw.values());
      gather(raw, continuation);
    }
    if (raw == null) {
      return null;
    }
    var row = assembler.assemble(raw.cells(), raw.values(), raw.problems());
    assembler.takeBeside().ifPresent(continuations::addFirst);
    return row;
  }

  /** Reads on as long as rows add to this one. */
  private void gather(Raw raw, Continuation rule) throws IOException {
    ahead = nextRaw();
    var signs = 0;
    while (ahead != null
        && continuations.size() < MOST_FURTHER
        && signs < MOST_SIGNS
        && rule.continues(ahead.values())) {
      signs += ahead.cells().stream().mapToInt(String::length).sum();
      rule.add(ahead.values(), raw.values());
      var problems = ahead.problems();
      problems.add(ProblemCode.CONTINUATION);
      continuations.add(
          new ImportedRow(problems.row(), ahead.cells(), null, List.of(), problems.all()));
      ahead = nextRaw();
    }
  }

  private @Nullable Raw nextRaw() throws IOException {
    var cells = nextFilled();
    return cells == null ? null : raw(cells);
  }

  private Raw raw(List<String> cells) {
    var problems = new Problems(tokens.row());
    checkShape(cells, problems);
    var values = new ArrayList<String>(headers.size());
    for (var i = 0; i < headers.size(); i++) {
      values.add(i < cells.size() ? InvisibleMarks.strip(Formulas.undo(cells.get(i))) : "");
    }
    return new Raw(cells, values, problems);
  }

  private void checkShape(List<String> cells, Problems problems) {
    if (tokens.oversized() >= 0) {
      var at = tokens.oversized();
      var name = at < headers.size() ? headers.get(at) : "";
      problems.add(ProblemCode.CELL_TOO_LARGE, new Place(at, name));
    }
    if (tokens.sawNul()) {
      problems.add(ProblemCode.NUL_REMOVED);
    }
    if (tokens.sawReplacement()) {
      problems.add(ProblemCode.TEXT_DAMAGED);
    }
    for (var at : tokens.failed()) {
      problems.add(
          ProblemCode.FORMULA_EMPTY, new Place(at, at < headers.size() ? headers.get(at) : ""));
    }
    if (tokens.omitsEmptyCells()) {
      checkBeyond(cells, problems);
      return;
    }
    if (cells.size() < headers.size() && !onlyUnnamedFrom(cells.size())) {
      problems.add(isFooter(cells) ? ProblemCode.FOOTER : ProblemCode.ROW_TOO_SHORT);
    }
    for (var i = headers.size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        problems.add(ProblemCode.ROW_TOO_LONG);
        return;
      }
    }
  }

  /** In a sheet cells can't shift: what stands beside the table is none of its columns'. */
  private void checkBeyond(List<String> cells, Problems problems) {
    for (var i = headers.size(); i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        problems.add(ProblemCode.CELLS_BESIDE);
        return;
      }
    }
  }

  /** Reports of Salesforce end with whose they are, when and how they were made. */
  private boolean isFooter(List<String> cells) {
    return footers && cells.size() == 1 && headers.size() > 2;
  }

  /** Thunderbird's header ends with a comma: the last column has no name, its rows may lack it. */
  private boolean onlyUnnamedFrom(int column) {
    return header && headers.subList(column, headers.size()).stream().allMatch(String::isEmpty);
  }
}
