package eu.rempart.exchange.format;

import java.io.IOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of a file, one after the other; never more than a few are in memory. Reading may throw
 * {@link UnreadableFileException} in the middle: what came before must then be rolled back.
 */
public interface ImportedRows extends Iterator<ImportedRow>, AutoCloseable {

  /** How many bytes of the file were read, to show progress. */
  long bytesRead();

  @Override
  void close() throws IOException;

  /** The rest of the rows. Closing the stream doesn't close the file. */
  default Stream<ImportedRow> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }
}
