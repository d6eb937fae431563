package eu.rempart.exchange.vcard;

import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.RowsAhead;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a file card by card. Holds one card. */
final class CardRows extends RowsAhead {

  private final CardSplitter splitter;
  private final CardReader reader;

  /**
   * Opens the file.
   *
   * @param charset of the file as a whole, as far as it has one
   * @param chosen the encoding that a person chose; null for none
   */
  CardRows(FileSource file, Charset charset, @Nullable Charset chosen, CardReader reader)
      throws IOException {
    super(file);
    this.reader = reader;
    var wide = charset.name().startsWith("UTF-16");
    splitter =
        wide
            ? new CardSplitter(new Utf8Stream(bytes(), charset), StandardCharsets.UTF_8)
            : new CardSplitter(bytes(), chosen);
  }

  @Override
  protected @Nullable ImportedRow read() throws IOException {
    var card = splitter.next();
    return card == null ? null : reader.read(card);
  }

  @Override
  public void close() throws IOException {
    splitter.close();
  }
}
