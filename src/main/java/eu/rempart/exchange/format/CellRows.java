package eu.rempart.exchange.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a table as texts of cells, one after the other; never more than a few are held. */
public interface CellRows extends Closeable {

  /** Most characters of a cell. */
  int MAX_CELL = 1 << 20;

  /** Most characters of a row. */
  int MAX_ROW = 4 * MAX_CELL;

  /** Most cells of a row. */
  int MAX_CELLS = 4_096;

  /**
   * The next row, or null at the end.
   *
   * @throws UnreadableFileException when the table breaks off, or a row has too many cells
   */
  @Nullable List<String> next() throws IOException;

  /** Number of the row last read, from 1, as spreadsheets count. */
  long row();

  /** First cell of the row over the limit; it was taken as empty. -1 for none. */
  int oversized();

  /** Whether NUL characters were left out of the row. */
  boolean sawNul();

  /** Whether the row has characters that its encoding could not mean. */
  boolean sawReplacement();

  /** Cells of the row, from 0, whose formula has no result; they were taken as empty. */
  default List<Integer> failed() {
    return List.of();
  }

  /**
   * Whether empty cells at the end of a row are left out, as sheets do: no cell is missing then.
   */
  default boolean omitsEmptyCells() {
    return false;
  }
}
