package eu.rempart.exchange.csv.token;

import eu.rempart.exchange.format.CellRows;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into rows and cells (RFC 4180, leniently). Own, since the library gives a whole file up
 * at the first oversized cell and can't tell that a quotation mark never closes; here such a cell
 * is read past without being held, and the row says so.
 */
public final class CsvTokenizer implements CellRows {

  private static final int END = -1;
  private static final char BOM = '\uFEFF';
  private static final char REPLACEMENT = '\uFFFD';

  private final Reader in;
  private final char delimiter;
  private final char quote;
  private final char[] buffer = new char[1 << 15];
  private final StringBuilder cell = new StringBuilder();
  private int at;
  private int end;
  private long row;
  private int rowLength;
  private int cellLength;
  private int oversized = -1;
  private boolean sawNul;

  /** Whether a quotation mark in the text has a backslash before it, as MySQL and PHP write it. */
  private boolean backslashes;

  private boolean sawReplacement;

  public CsvTokenizer(Reader in, char delimiter, char quote) throws IOException {
    this.in = in;
    this.delimiter = delimiter;
    this.quote = quote;
    if (peek() == BOM) {
      at++;
    }
    backslashes = CsvDialectDetector.escapesByBackslash(buffer, end, delimiter, quote);
  }

  /**
   * The next row, or null at the end of the file. An empty line is a row of one empty cell.
   *
   * @throws UnreadableFileException when a quotation mark never closes, or a row has too many cells
   */
  @Override
  public @Nullable List<String> next() throws IOException {
    if (peek() == END) {
      return null;
    }
    row++;
    rowLength = 0;
    oversized = -1;
    sawNul = false;
    sawReplacement = false;
    var cells = new ArrayList<String>();
    while (true) {
      var separator = readCell(cells);
      if (separator != delimiter) {
        return cells;
      }
      if (cells.size() > MAX_CELLS) {
        throw new UnreadableFileException(FileProblem.TOO_MANY_COLUMNS, row);
      }
    }
  }

  /** Whether the first line is Excel's {@code sep=;}. To ask before any row was read. */
  public boolean peekSeparatorLine() throws IOException {
    return peek() != END
        && end - at > 5
        && CsvDialectDetector.isSeparatorLine(new String(buffer, at, Math.min(end - at, 64)));
  }

  /** Number of the row last read, from 1; empty lines count, line breaks inside of cells don't. */
  @Override
  public long row() {
    return row;
  }

  /** First cell of the row over the limit; it was taken as empty. -1 for none. */
  @Override
  public int oversized() {
    return oversized;
  }

  /** Whether NUL characters were left out of the row. */
  @Override
  public boolean sawNul() {
    return sawNul;
  }

  /** Whether the row has characters that its encoding could not mean. */
  @Override
  public boolean sawReplacement() {
    return sawReplacement;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Reads one cell and returns what ended it: the delimiter, a line break or the end. */
  private int readCell(List<String> cells) throws IOException {
    cell.setLength(0);
    cellLength = 0;
    var quick = quickCell();
    if (quick != null) {
      cells.add(quick);
      return buffer[at++];
    }
    var opened = false;
    while (true) {
      var c = read();
      if (c == quote && !opened && isBlank()) {
        opened = true;
        cell.setLength(0);
        readQuoted();
      } else if (c == delimiter || c == '\n' || c == '\r' || c == END) {
        if (c == '\r' && peek() == '\n') {
          at++;
        }
        finish(cells);
        return c;
      } else {
        append((char) c);
      }
    }
  }

  /** A short cell without any special sign that lies wholly in the buffer; most are. */
  private @Nullable String quickCell() {
    for (var i = at; i < end; i++) {
      var c = buffer[i];
      if (c == delimiter || c == '\n') {
        rowLength += i - at;
        if (i - at > MAX_CELL || rowLength > MAX_ROW) {
          rowLength -= i - at;
          return null;
        }
        var text = new String(buffer, at, i - at);
        at = i;
        return text.equals("\\N") ? "" : text;
      }
      if (c == quote || c == '\r' || c == 0 || c == REPLACEMENT) {
        return null;
      }
    }
    return null;
  }

  /** Reads up to the closing quotation mark; two in a row are one of the text. */
  private void readQuoted() throws IOException {
    while (true) {
      var c = read();
      if (c == END) {
        throw new UnreadableFileException(FileProblem.UNTERMINATED_QUOTE, row);
      }
      if (c == '\\' && backslashes && (peek() == quote || peek() == '\\')) {
        append((char) read());
      } else if (c == quote) {
        if (peek() != quote) {
          return;
        }
        at++;
        append(quote);
      } else if (c == '\r') {
        if (peek() == '\n') {
          at++;
        }
        append('\n');
      } else {
        append((char) c);
      }
    }
  }

  private void append(char c) {
    if (c == 0) {
      sawNul = true;
      return;
    }
    sawReplacement |= c == REPLACEMENT;
    cellLength++;
    if (cellLength <= MAX_CELL) {
      cell.append(c);
    }
  }

  private void finish(List<String> cells) {
    rowLength = Math.min(MAX_ROW + 1, rowLength + Math.min(cellLength, MAX_CELL));
    if (cellLength > MAX_CELL || rowLength > MAX_ROW) {
      oversized = oversized < 0 ? cells.size() : oversized;
      cell.setLength(0);
      cell.trimToSize();
      cell.ensureCapacity(256);
    }
    cells.add(isNull() ? "" : cell.toString());
  }

  /** What MySQL writes where there is nothing. */
  private boolean isNull() {
    return cell.length() == 2 && cell.charAt(0) == '\\' && cell.charAt(1) == 'N';
  }

  private boolean isBlank() {
    for (var i = 0; i < cell.length(); i++) {
      if (cell.charAt(i) != ' ') {
        return false;
      }
    }
    return cellLength < MAX_CELL;
  }

  private int peek() throws IOException {
    return at < end || fill() ? buffer[at] : END;
  }

  private int read() throws IOException {
    return at < end || fill() ? buffer[at++] : END;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
