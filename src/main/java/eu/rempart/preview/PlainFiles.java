package eu.rempart.preview;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The beginnings of texts and of tables in text. */
final class PlainFiles {

  /** Bytes that are read of a file, however long it is. */
  static final int READ = 512 * 1024;

  private static final int SHOWN_CHARACTERS = 100_000;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private PlainFiles() {}

  static Preview text(InputStream in) throws IOException {
    String text = decoded(in.readNBytes(READ));
    boolean cut = in.read() >= 0 || text.length() > SHOWN_CHARACTERS;
    return new Preview.Text(
        text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) : text, cut);
  }

  static Preview table(InputStream in) throws IOException {
    String text = decoded(in.readNBytes(READ));
    boolean cut = in.read() >= 0;
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      for (CsvRecord row : reader) {
        if (rows.size() == Cells.ROWS) {
          cut = true;
          break;
        }
        cut |= row.getFieldCount() > Cells.COLUMNS;
        rows.add(row.getFields().stream().limit(Cells.COLUMNS).map(Cells::shown).toList());
      }
    } catch (CsvParseException _) {
      return new Preview.Text(text.substring(0, Math.min(text.length(), SHOWN_CHARACTERS)), cut);
    }
    return new Preview.Sheet(rows, cut);
  }

  /** The one that stands most often in the first line. */
  private static char separator(String text) {
    String line = text.lines().findFirst().orElse("");
    char most = ',';
    long count = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      long here = line.chars().filter(c -> c == candidate).count();
      if (here > count) {
        most = candidate;
        count = here;
      }
    }
    return most;
  }

  /** UTF-8 where it is, else UTF-16 by its mark, else what Windows writes in Western Europe. */
  static String decoded(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
      return printable(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
    }
    if (bytes.length >= 2 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
      return printable(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
    }
    int whole = bytes.length;
    // what was cut may end within a character
    while (whole > 0 && whole > bytes.length - 4 && (bytes[whole - 1] & 0xc0) == 0x80) {
      whole--;
    }
    if (bytes.length == READ && whole > 0 && (bytes[whole - 1] & 0x80) != 0) {
      whole--;
    } else {
      whole = bytes.length;
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, 0, whole))
              .toString();
      return printable(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException _) {
      return printable(new String(bytes, WINDOWS));
    }
  }

  /** Without what moves a cursor or rings a bell. */
  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\t\\r\\n]]", "\ufffd");
  }
}
