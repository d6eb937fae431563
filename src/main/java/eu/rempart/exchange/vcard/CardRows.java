package eu.rempart.exchange.vcard;

import eu.rempart.exchange.format.CountingInputStream;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ImportedRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads a file card by card. Holds one card. */
final class CardRows implements ImportedRows {

  private final CountingInputStream bytes;
  private final CardSplitter splitter;
  private final CardReader reader;
  private @Nullable ImportedRow next;

  /**
   * Opens the file.
   *
   * @param charset of the file as a whole, as far as it has one
   * @param chosen the encoding that a person chose; null for none
   */
  CardRows(FileSource file, Charset charset, @Nullable Charset chosen, CardReader reader)
      throws IOException {
    this.reader = reader;
    bytes = new CountingInputStream(file.open());
    var wide = charset.name().startsWith("UTF-16");
    splitter =
        wide
            ? new CardSplitter(new Utf8Stream(bytes, charset), StandardCharsets.UTF_8)
            : new CardSplitter(bytes, chosen);
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      try {
        var card = splitter.next();
        next = card == null ? null : reader.read(card);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return next != null;
  }

  @Override
  public ImportedRow next() {
    var _ = hasNext();
    var row = next;
    if (row == null) {
      throw new NoSuchElementException("no card left");
    }
    next = null;
    return row;
  }

  @Override
  public long bytesRead() {
    return bytes.count();
  }

  @Override
  public void close() throws IOException {
    splitter.close();
  }
}
