package eu.rempart.exchange.vcard;

import eu.rempart.exchange.format.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of unfolded lines. Each line may have an encoding of its own, and what it declares may
 * be wrong: bytes that are valid UTF-8 are that, whatever is declared; so are those of which the
 * most are, and the broken ones are replaced. Else the declared encoding holds, else Windows-1252.
 * What a person chose for the file outranks all this.
 */
final class LineText {

  private static final Pattern CHARSET =
      Pattern.compile(";CHARSET=\"?([^;:\"]*)\"?", Pattern.CASE_INSENSITIVE);

  private static final char REPLACEMENT = '\uFFFD';

  private final @Nullable Charset chosen;

  /**
   * A line as text.
   *
   * @param damaged bytes that its encoding can't mean were replaced
   */
  record Decoded(String text, boolean damaged) {

    @Override
    public String toString() {
      return "Decoded[hidden]";
    }
  }

  /**
   * For the lines of one file.
   *
   * @param chosen the encoding that a person chose; null to find it out for each line
   */
  LineText(@Nullable Charset chosen) {
    this.chosen = chosen;
  }

  static boolean isQuotedPrintable(byte[] line) {
    return header(line).toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE");
  }

  Decoded of(byte[] line) {
    var header = header(line);
    var m = CHARSET.matcher(header);
    var declared = m.find() ? charset(m.group(1)) : null;
    if (isQuotedPrintable(line)) {
      var octets = octets(line, header.length());
      var charset = charsetOf(octets, declared);
      var text = new String(line, StandardCharsets.ISO_8859_1);
      return new Decoded(
          CHARSET.matcher(header).replaceAll("")
              + ";CHARSET="
              + charset.name()
              + text.substring(header.length()),
          new String(octets, charset).indexOf(REPLACEMENT) >= 0);
    }
    var text = new String(line, charsetOf(line, declared));
    return new Decoded(
        declared == null ? text : CHARSET.matcher(text).replaceFirst(""),
        text.indexOf(REPLACEMENT) >= 0);
  }

  /** A value of which nothing declares the encoding. */
  Decoded value(byte[] bytes) {
    var text = new String(bytes, charsetOf(bytes, null));
    return new Decoded(text, text.indexOf(REPLACEMENT) >= 0);
  }

  /** What stands before the value: name and parameters, ASCII in practice. */
  private static String header(byte[] line) {
    var quoted = false;
    for (var i = 0; i < line.length; i++) {
      quoted ^= line[i] == '"';
      if (line[i] == ':' && !quoted) {
        return new String(line, 0, i, StandardCharsets.ISO_8859_1);
      }
    }
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  private Charset charsetOf(byte[] bytes, @Nullable Charset declared) {
    var utf8 = TextEncoding.utf8(bytes);
    var saysUtf8 = StandardCharsets.UTF_8.equals(declared);
    if (chosen != null) {
      return saysUtf8 && utf8.broken() == 0 ? StandardCharsets.UTF_8 : chosen;
    }
    if (utf8.broken() == 0 || utf8.letters() > utf8.broken()) {
      return StandardCharsets.UTF_8;
    }
    return saysUtf8 && utf8.letters() > 0
        ? StandardCharsets.UTF_8
        : declared == null || saysUtf8 ? TextEncoding.WINDOWS_1252 : declared;
  }

  private static @Nullable Charset charset(String name) {
    try {
      var charset = Charset.forName(name.strip());
      // Windows programs say ISO-8859-1 and mean their own superset of it, as in HTML.
      return charset.equals(StandardCharsets.ISO_8859_1) ? TextEncoding.WINDOWS_1252 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return null;
    }
  }

  /** The bytes that a quoted-printable value stands for. */
  private static byte[] octets(byte[] line, int from) {
    var octets = new ByteArrayOutputStream(line.length);
    for (var i = from; i < line.length; i++) {
      var high = line[i] == '=' && i + 2 < line.length ? Character.digit(line[i + 1], 16) : -1;
      var low = high < 0 ? -1 : Character.digit(line[i + 2], 16);
      octets.write(low < 0 ? line[i] : high * 16 + low);
      i += low < 0 ? 0 : 2;
    }
    return octets.toByteArray();
  }
}
