package eu.rempart.exchange.vcard;

import eu.rempart.exchange.format.FileSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowsAhead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a directory (RFC 2849) as the cards that they would be. Holds one. */
final class LdifRows extends RowsAhead {

  /** Most bytes of an entry, its photo among them. */
  private static final int MAX_ENTRY = 12 << 20;

  private final LineSource lines;
  private final LineText encoding;
  private final CardReader reader;
  private long number;
  private byte @Nullable [] ahead;
  private boolean begun;

  LdifRows(FileSource file, @Nullable Charset chosen, CardReader reader) throws IOException {
    super(file);
    this.reader = reader;
    lines = new LineSource(bytes());
    encoding = new LineText(chosen);
  }

  @Override
  protected @Nullable ImportedRow read() throws IOException {
    if (!begun) {
      begun = true;
      ahead = lines.next();
    }
    while (ahead != null) {
      var entry = new LdifEntry();
      var size = 0;
      var tooLarge = false;
      while (ahead != null && ahead.length > 0) {
        tooLarge |= lines.tooLong();
        var line = unfolded(MAX_ENTRY - size);
        size += line == null ? 0 : line.length;
        tooLarge |= line == null;
        if (line != null && line.length > 0 && line[0] != '#') {
          take(entry, line);
        }
      }
      while (ahead != null && ahead.length == 0) {
        ahead = lines.next();
      }
      if (tooLarge || !entry.isEmpty()) {
        number++;
        return tooLarge
            ? CardReader.unreadable(number, ProblemCode.CARD_TOO_LARGE)
            : entry.isGroup()
                ? CardReader.unreadable(number, ProblemCode.GROUP)
                : reader.read(entry.card(number));
      }
    }
    return null;
  }

  /** The line with those that go on with it; null where there is no room for it. */
  private byte @Nullable [] unfolded(int room) throws IOException {
    var line = new ByteArrayOutputStream();
    var fits = true;
    byte[] more = ahead;
    do {
      if (more == null || line.size() + more.length > room) {
        fits = false;
      } else if (line.size() == 0) {
        line.writeBytes(more);
      } else {
        line.write(more, 1, more.length - 1);
      }
      more = lines.next();
      fits &= !lines.tooLong();
    } while (more != null && more.length > 0 && more[0] == ' ');
    ahead = more;
    return fits ? line.toByteArray() : null;
  }

  private void take(LdifEntry entry, byte[] line) {
    var colon = 0;
    while (colon < line.length && line[colon] != ':') {
      colon++;
    }
    if (colon == line.length) {
      return;
    }
    var name =
        new String(line, 0, colon, StandardCharsets.ISO_8859_1)
            .split(";", 2)[0]
            .strip()
            .toLowerCase(Locale.ROOT);
    var coded = colon + 1 < line.length && line[colon + 1] == ':';
    var elsewhere = colon + 1 < line.length && line[colon + 1] == '<';
    var value = Arrays.copyOfRange(line, colon + (coded || elsewhere ? 2 : 1), line.length);
    var octets = coded ? decoded(value) : value;
    if (LdifEntry.isPhoto(name)) {
      entry.photo(coded ? octets : null);
    } else {
      var text = encoding.value(octets);
      entry.add(name, text.text().strip(), text.damaged());
    }
  }

  private static byte[] decoded(byte[] base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return base64;
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
