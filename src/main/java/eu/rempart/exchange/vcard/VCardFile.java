package eu.rempart.exchange.vcard;

import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedRows;
import eu.rempart.exchange.format.TextEncoding;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Reads the cards of a file. */
public final class VCardFile {

  private VCardFile() {}

  /**
   * Whether the file begins as vCards do, as jCards or as LDIF, which hold the same.
   *
   * @throws UnreadableFileException when it is empty or isn't text
   */
  public static boolean recognises(FileSource file) throws IOException {
    return CardFormat.of(file, TextEncoding.detect(file)) != CardFormat.NONE;
  }

  /**
   * Reads the cards one after the other, each line by its own encoding; the caller closes them.
   *
   * @param clock to tell birthdays of the past from the future
   * @throws UnreadableFileException when it has no cards
   */
  public static ImportedRows read(FileSource file, ImportOptions options, Clock clock)
      throws IOException {
    return read(file, null, options, clock);
  }

  /**
   * As {@link #read(FileSource, ImportOptions, Clock)}, after a person said how it is encoded.
   *
   * @param chosen null to find it out line by line
   */
  public static ImportedRows read(
      FileSource file, @Nullable Charset chosen, ImportOptions options, Clock clock)
      throws IOException {
    var charset = chosen == null ? TextEncoding.detect(file) : chosen;
    var reader = new CardReader(options, clock);
    return switch (CardFormat.of(file, charset)) {
      case VCARD -> new CardRows(file, charset, chosen, reader);
      case JCARD -> new JCardRows(file, charset, reader);
      case LDIF -> new LdifRows(file, chosen, reader);
      case NONE -> throw new UnreadableFileException(FileProblem.NO_CARDS);
    };
  }
}
