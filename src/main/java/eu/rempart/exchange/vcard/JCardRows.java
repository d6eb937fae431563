package eu.rempart.exchange.vcard;

import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowsAhead;
import ezvcard.io.json.JCardReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Reads cards written as JSON (RFC 7095), one or a list of them. Cut into cards before they are
 * parsed: never more than one is in memory.
 */
final class JCardRows extends RowsAhead {

  /** Most characters of a card, its photo among them. */
  private static final int MAX_CARD = 12 << 20;

  private final Reader in;
  private final CardReader reader;
  private final StringBuilder card = new StringBuilder();
  private boolean tooLarge;
  private int outer = -1;
  private long number;

  JCardRows(FileSource file, Charset charset, CardReader reader) throws IOException {
    super(file);
    this.reader = reader;
    in = new BufferedReader(new InputStreamReader(bytes(), charset), 1 << 15);
  }

  @Override
  protected @Nullable ImportedRow read() throws IOException {
    if (outer < 0) {
      outer = begin();
    }
    card.setLength(0);
    tooLarge = false;
    for (var c = in.read(); c >= 0; c = in.read()) {
      if (c == '[') {
        take(c);
        var complete = takeArray();
        number++;
        return tooLarge
            ? CardReader.unreadable(number, ProblemCode.CARD_TOO_LARGE)
            : complete ? parsed() : CardReader.unreadable(number, ProblemCode.CARD_BROKEN);
      }
    }
    return null;
  }

  /** Passes over the bracket of a list; 1 where there is one. */
  private int begin() throws IOException {
    in.mark(1 << 14);
    var brackets = 0;
    for (var c = in.read(); c >= 0 && c != '"' && brackets < 2; c = in.read()) {
      brackets += c == '[' ? 1 : 0;
    }
    in.reset();
    if (brackets == 2) {
      for (var c = in.read(); c >= 0 && c != '['; c = in.read()) {
        // to the list
      }
    }
    return brackets - 1;
  }

  /**
   * Takes what is left of an array, arrays in it and texts with brackets; false if it has no end.
   */
  private boolean takeArray() throws IOException {
    var depth = 1;
    var quoted = false;
    var escaped = false;
    for (var c = in.read(); c >= 0; c = in.read()) {
      take(c);
      if (quoted) {
        quoted = escaped || c != '"';
        escaped = !escaped && c == '\\';
      } else if (c == '"') {
        quoted = true;
      } else if (c == '[' || c == ']') {
        depth += c == '[' ? 1 : -1;
        if (depth == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private void take(int c) {
    if (card.length() < MAX_CARD) {
      card.append((char) c);
    } else {
      tooLarge = true;
    }
  }

  private ImportedRow parsed() {
    try (var json = new JCardReader(card.toString())) {
      var parsed = json.readNext();
      if (parsed != null) {
        return reader.read(number, parsed);
      }
    } catch (IOException | RuntimeException _) {
      // Whatever a broken card does to the library, it must not end the import of the others.
      return CardReader.unreadable(number, ProblemCode.CARD_BROKEN);
    }
    return CardReader.unreadable(number, ProblemCode.CARD_BROKEN);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
