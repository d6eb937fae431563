package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.CellRows;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, of which readers fill the cells. Rows without any text are left out. */
abstract sealed class SheetRows implements CellRows permits XlsxRows, OdsRows {

  /** As many as Excel has. */
  static final long MAX_ROWS = 1_048_576;

  /** How long a reader may go on without coming to a row. */
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final ZippedParts zip;
  private final LongSupplier nanos;
  private List<String> cells = new ArrayList<>();
  private List<Integer> failed = List.of();
  private long row;
  private int length;
  private int oversized = -1;
  private boolean damaged;
  private long began;

  SheetRows(ZippedParts zip, LongSupplier nanos) {
    this.zip = zip;
    this.nanos = nanos;
  }

  /** Reads the next row into the cells; false at the end of the sheet. */
  abstract boolean read() throws IOException;

  @Override
  public final @Nullable List<String> next() throws IOException {
    began = nanos.getAsLong();
    do {
      cells = new ArrayList<>();
      failed = List.of();
      length = 0;
      oversized = -1;
      damaged = false;
      if (!read() || row > MAX_ROWS) {
        return null;
      }
    } while (cells.isEmpty() && failed.isEmpty() && oversized < 0);
    return cells;
  }

  /** Said at the beginning of each row, with its number from 1. */
  final void begin(long number) {
    row = number;
    if (nanos.getAsLong() - began > PATIENCE_NANOS) {
      throw new UnreadableFileException(FileProblem.WORKBOOK_TOO_LARGE, number);
    }
  }

  /** Puts a text into a column, from 0; an empty one needs no room. */
  final void put(int column, String text) {
    if (text.isEmpty()) {
      return;
    }
    if (column >= MAX_CELLS) {
      throw new UnreadableFileException(FileProblem.TOO_MANY_COLUMNS, row);
    }
    length += Math.min(text.length(), MAX_CELL);
    if (text.length() > MAX_CELL || length > MAX_ROW) {
      oversized = oversized < 0 ? column : oversized;
      return;
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    damaged |= text.indexOf('\uFFFD') >= 0;
    cells.set(column, text);
  }

  /** The formula of a column has no result. */
  final void fail(int column) {
    if (failed.isEmpty()) {
      failed = new ArrayList<>(1);
    }
    if (failed.size() < MAX_CELLS) {
      failed.add(column);
    }
  }

  /** The cells so far, to be repeated. */
  final List<String> cells() {
    return List.copyOf(cells);
  }

  /** Takes the cells of a row that the sheet repeats. */
  final void repeat(List<String> same) {
    cells = new ArrayList<>(same);
  }

  @Override
  public final long row() {
    return row;
  }

  @Override
  public final int oversized() {
    return oversized;
  }

  /** XML can't have them. */
  @Override
  public final boolean sawNul() {
    return false;
  }

  @Override
  public final boolean sawReplacement() {
    return damaged;
  }

  @Override
  public final List<Integer> failed() {
    return failed;
  }

  @Override
  public final boolean omitsEmptyCells() {
    return true;
  }

  @Override
  public final void close() throws IOException {
    zip.close();
  }
}
