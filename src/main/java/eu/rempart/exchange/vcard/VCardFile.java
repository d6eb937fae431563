package eu.rempart.exchange.vcard;

import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportedRows;
import eu.rempart.exchange.format.TextEncoding;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the cards of a file. */
public final class VCardFile {

  private static final int HEAD = 1_024;

  private VCardFile() {}

  /**
   * Whether the file begins as vCards do.
   *
   * @throws UnreadableFileException when it is empty or isn't text
   */
  public static boolean recognises(FileSource file) throws IOException {
    return begins(file, TextEncoding.detect(file));
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
    if (!begins(file, charset)) {
      throw new UnreadableFileException(FileProblem.NO_CARDS);
    }
    return new CardRows(file, charset, chosen, new CardReader(options, clock));
  }

  private static boolean begins(FileSource file, Charset charset) throws IOException {
    try (var in = new InputStreamReader(file.open(), charset)) {
      var head = new char[HEAD];
      var n = Math.max(0, in.read(head));
      var text = new String(head, 0, n).replace("\uFEFF", "").stripLeading();
      return text.toUpperCase(Locale.ROOT).replace(" ", "").startsWith("BEGIN:VCARD");
    }
  }
}
