package eu.rempart.exchange.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out how a file's text is encoded, and refuses what isn't text. */
public final class TextEncoding {

  /** What Windows programs write in Western Europe when they don't write Unicode. */
  public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What they write in Poland, Romania, Hungary and thereabouts. */
  public static final Charset WINDOWS_1250 = Charset.forName("windows-1250");

  /** Those that a person can choose, where this Java knows them. */
  public static final List<Charset> CHOICES =
      Stream.of(
              "UTF-8",
              "windows-1252",
              "windows-1250",
              "windows-1251",
              "windows-1253",
              "windows-1254",
              "windows-1257",
              "ISO-8859-1",
              "ISO-8859-2",
              "ISO-8859-7",
              "ISO-8859-9",
              "ISO-8859-15",
              "KOI8-R",
              "x-MacRoman",
              "Shift_JIS",
              "GBK",
              "UTF-16LE",
              "UTF-16BE")
          .filter(Charset::isSupported)
          .map(Charset::forName)
          .toList();

  private static final int BUFFER = 1 << 16;
  private static final int MIN_CONTROLS = 4;
  private static final int HEAD = 512;

  private static final Pattern PACKED =
      Pattern.compile("Takeout/.*|.*\\.(?:csv|tsv|txt|vcf)", Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKUP =
      Pattern.compile(
          "(?:\u00ef\u00bb\u00bf)?\\s*<(?:!doctype html|html|head|table|\\?xml)\\b",
          Pattern.CASE_INSENSITIVE);

  private final LetterStatistics guess = new LetterStatistics();
  private long bytes;
  private long controls;
  private long multiByte;
  private long broken;

  /** Letters of Central Europe that stand where the West has ³, ¹, º, ¿ or Ÿ: inside of words. */
  private long central;

  private int last;
  private int beforeLast;
  private int pending;
  private int lowest = 0x80;
  private int highest = 0xBF;

  private TextEncoding() {}

  /**
   * Reads the whole file once, at the speed of the disk: a single accent in the last row decides.
   *
   * @return UTF-8, UTF-16LE, UTF-16BE, or the likeliest of the others in {@link #CHOICES}
   * @throws UnreadableFileException when the file is empty or isn't text
   */
  public static Charset detect(FileSource file) throws IOException {
    try (var in = file.open()) {
      return new TextEncoding().scan(in);
    }
  }

  /**
   * How much of some bytes is UTF-8.
   *
   * @param letters of several bytes that are whole
   * @param broken bytes, or beginnings of letters, that UTF-8 does not know
   */
  public record Utf8(long letters, long broken) {}

  /** How much of these bytes is UTF-8. */
  public static Utf8 utf8(byte[] bytes) {
    var counted = new TextEncoding();
    counted.count(bytes, bytes.length);
    return new Utf8(counted.multiByte, counted.broken + (counted.pending > 0 ? 1 : 0));
  }

  private Charset scan(InputStream in) throws IOException {
    var buffer = new byte[BUFFER];
    var head = in.readNBytes(buffer, 0, BUFFER);
    if (head == 0) {
      throw new UnreadableFileException(FileProblem.EMPTY);
    }
    refuseOtherFormats(buffer);
    if (startsWith(buffer, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(buffer, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    var halfAtOdd = halves(buffer, head, 1);
    var halfAtEven = halves(buffer, head, 0);
    if (halfAtOdd * 5 > head && halfAtEven * 10 < halfAtOdd) {
      return StandardCharsets.UTF_16LE;
    }
    if (halfAtEven * 5 > head && halfAtOdd * 10 < halfAtEven) {
      return StandardCharsets.UTF_16BE;
    }
    for (var n = head; n > 0; n = in.read(buffer)) {
      count(buffer, n);
    }
    if (controls >= MIN_CONTROLS && controls * 200 > bytes) {
      throw new UnreadableFileException(FileProblem.BINARY);
    }
    // A few damaged letters among many good ones are still UTF-8.
    if (broken == 0 || broken * 20 < multiByte) {
      return StandardCharsets.UTF_8;
    }
    return guess
        .script()
        .orElse(central > 0 && central * 100 >= broken ? WINDOWS_1250 : WINDOWS_1252);
  }

  private void count(byte[] buffer, int n) {
    bytes += n;
    for (var i = 0; i < n; i++) {
      var b = buffer[i] & 0xFF;
      if (last >= 0x80 && isLetter(b) && isCentral(last) && isLetter(beforeLast)) {
        central++;
      }
      guess.take(b);
      beforeLast = last;
      last = b;
      if (pending > 0) {
        if (b >= lowest && b <= highest) {
          multiByte += --pending == 0 ? 1 : 0;
          lowest = 0x80;
          highest = 0xBF;
          continue;
        }
        broken++;
        pending = 0;
      }
      if (b < 0x20) {
        controls += b == '\t' || b == '\n' || b == '\r' || b == '\f' || b == 0x1B ? 0 : 1;
      } else if (b >= 0x80) {
        lead(b);
      }
    }
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /** ł, ą, ş, ż and ź. */
  private static boolean isCentral(int b) {
    return b == 0xB3 || b == 0xB9 || b == 0xBA || b == 0xBF || b == 0x9F;
  }

  /** First byte of a letter of several bytes (Unicode, table 3-7). */
  private void lead(int b) {
    lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
    highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
    if (b >= 0xC2 && b <= 0xDF) {
      pending = 1;
    } else if (b >= 0xE0 && b <= 0xEF) {
      pending = 2;
    } else if (b >= 0xF0 && b <= 0xF4) {
      pending = 3;
    } else {
      broken++;
    }
  }

  private static void refuseOtherFormats(byte[] head) {
    if (isPacked(head)) {
      throw new UnreadableFileException(FileProblem.PACKED);
    }
    if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new UnreadableFileException(FileProblem.BINARY);
    }
    if (startsWith(head, '%', 'P', 'D', 'F')) {
      throw new UnreadableFileException(FileProblem.PDF);
    }
    // what some programs call a workbook is a page, or XML, by another name
    if (MARKUP.matcher(new String(head, 0, HEAD, StandardCharsets.ISO_8859_1)).lookingAt()) {
      throw new UnreadableFileException(FileProblem.WORKBOOK);
    }
  }

  /** Letters and pictures may be packed too: of a ZIP the name of the first file in it tells. */
  private static boolean isPacked(byte[] head) {
    if (startsWith(head, 'P', 'K', 3, 4)) {
      var length = Math.min(HEAD, (head[26] & 0xFF) | (head[27] & 0xFF) << 8);
      return PACKED.matcher(new String(head, 30, length, StandardCharsets.ISO_8859_1)).matches();
    }
    return startsWith(head, 0x1F, 0x8B)
        || startsWith(head, '7', 'z', 0xBC, 0xAF)
        || startsWith(head, 'R', 'a', 'r', '!');
  }

  private static boolean startsWith(byte[] head, int... start) {
    var expected = new byte[start.length];
    for (var i = 0; i < start.length; i++) {
      expected[i] = (byte) start[i];
    }
    return Arrays.equals(head, 0, start.length, expected, 0, start.length);
  }

  /** Bytes that no text has, unless they are halves of letters: Latin, Greek, Cyrillic. */
  private static int halves(byte[] buffer, int n, int from) {
    var halves = 0;
    for (var i = from; i < n; i += 2) {
      halves += buffer[i] >= 0 && buffer[i] < '\t' ? 1 : 0;
    }
    return halves;
  }
}
