package eu.rempart.exchange.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of a file that is read one row ahead. Not for several threads. */
public abstract class RowsAhead implements ImportedRows {

  private final CountingInputStream bytes;
  private @Nullable ImportedRow next;

  /** Counts what is read of the file. */
  protected RowsAhead(FileSource file) throws IOException {
    bytes = new CountingInputStream(file.open());
  }

  /** The file, which the subclass reads and closes. */
  protected final CountingInputStream bytes() {
    return bytes;
  }

  /** The next row; null at the end. */
  protected abstract @Nullable ImportedRow read() throws IOException;

  @Override
  public final boolean hasNext() {
    if (next == null) {
      try {
        next = read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return next != null;
  }

  @Override
  public final ImportedRow next() {
    var _ = hasNext();
    var row = next;
    if (row == null) {
      throw new NoSuchElementException("no row left");
    }
    next = null;
    return row;
  }

  @Override
  public final long bytesRead() {
    return bytes.count();
  }
}
