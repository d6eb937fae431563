package eu.rempart.exchange.workbook;

import eu.rempart.exchange.format.CellRows;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;

/**
 * The texts of a workbook that its cells name by number, packed into at most 64 MB: a million
 * strings of their own would take three times as much.
 */
final class SharedStrings {

  static final int MAX_BYTES = 64 << 20;
  static final SharedStrings NONE = new SharedStrings();

  private static final int CHUNK = 1 << 20;

  private final List<byte[]> chunks = new ArrayList<>();
  private int[] ends = new int[1_024];
  private int count;
  private int size;

  private SharedStrings() {}

  /** Reads the part. */
  static SharedStrings read(InputStream in) {
    var strings = new SharedStrings();
    var xml = new XmlPart(in);
    while (xml.nextElement()) {
      if (xml.is("si")) {
        strings.add(text(xml));
      }
    }
    return strings;
  }

  /** The text within the element that has just begun, of all its runs; without how it is spoken. */
  static String text(XmlPart xml) {
    var text = new StringBuilder();
    var depth = 1;
    var inText = false;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (xml.is("rPh")) {
            xml.skip();
          } else {
            depth++;
            inText = xml.is("t");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          inText = false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText) {
            xml.addText(text);
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> depth = 0;
        default -> {}
      }
    }
    return unescaped(text);
  }

  /** Signs that XML can't have stand there as {@code _x000D_}. */
  private static String unescaped(StringBuilder text) {
    for (var at = text.indexOf("_x"); at >= 0; at = text.indexOf("_x", at + 1)) {
      if (at + 7 <= text.length() && text.charAt(at + 6) == '_') {
        var code = code(text.substring(at + 2, at + 6));
        if (code >= 0) {
          text.replace(at, at + 7, String.valueOf((char) code));
        }
      }
    }
    return text.toString();
  }

  private static int code(String hexadecimal) {
    var code = 0;
    for (var i = 0; i < hexadecimal.length(); i++) {
      var digit = Character.digit(hexadecimal.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  private void add(String text) {
    if (text.length() > CellRows.MAX_CELL) {
      throw new UnreadableFileException(FileProblem.WORKBOOK_TOO_LARGE);
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    if (size + bytes.length > MAX_BYTES || count > MAX_BYTES / Integer.BYTES) {
      throw new UnreadableFileException(FileProblem.WORKBOOK_TOO_LARGE);
    }
    for (var done = 0; done < bytes.length; ) {
      var at = size % CHUNK;
      if (at == 0) {
        chunks.add(new byte[CHUNK]);
      }
      var n = Math.min(CHUNK - at, bytes.length - done);
      System.arraycopy(bytes, done, chunks.getLast(), at, n);
      size += n;
      done += n;
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = size;
  }

  /**
   * The text of this number.
   *
   * @throws UnreadableFileException where there is none: the file was cut
   */
  String get(String number) {
    try {
      return get(Objects.checkIndex(Integer.parseInt(number.strip()), count));
    } catch (NumberFormatException | IndexOutOfBoundsException _) {
      throw new UnreadableFileException(FileProblem.WORKBOOK_BROKEN);
    }
  }

  private String get(int index) {
    var from = index == 0 ? 0 : ends[index - 1];
    var length = ends[index] - from;
    if (length == 0) {
      return "";
    }
    var at = from % CHUNK;
    if (at + length <= CHUNK) {
      return new String(chunks.get(from / CHUNK), at, length, StandardCharsets.UTF_8);
    }
    var bytes = new byte[length];
    for (var done = 0; done < length; ) {
      var start = (from + done) % CHUNK;
      var n = Math.min(CHUNK - start, length - done);
      System.arraycopy(chunks.get((from + done) / CHUNK), start, bytes, done, n);
      done += n;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
