package eu.rempart.exchange.vcard;

import eu.rempart.exchange.format.TextEncoding;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of one unfolded line. Each line may have an encoding of its own, and what it declares
 * may be wrong: bytes that are valid UTF-8 are that, whatever is declared; else the declared one
 * holds, else Windows-1252.
 */
final class LineText {

  private static final Pattern CHARSET =
      Pattern.compile(";CHARSET=\"?([^;:\"]*)\"?", Pattern.CASE_INSENSITIVE);

  private LineText() {}

  static boolean isQuotedPrintable(byte[] line) {
    return header(line).toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE");
  }

  static String of(byte[] line) {
    var header = header(line);
    var m = CHARSET.matcher(header);
    var declared = m.find() ? charset(m.group(1)) : null;
    if (isQuotedPrintable(line)) {
      var charset = charsetOf(octets(line, header.length()), declared);
      var text = new String(line, StandardCharsets.ISO_8859_1);
      return CHARSET.matcher(header).replaceAll("")
          + ";CHARSET="
          + charset.name()
          + text.substring(header.length());
    }
    var text = new String(line, charsetOf(line, declared));
    return declared == null ? text : CHARSET.matcher(text).replaceFirst("");
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

  private static Charset charsetOf(byte[] bytes, @Nullable Charset declared) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      decoder.decode(ByteBuffer.wrap(bytes));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException _) {
      return declared == null || declared.equals(StandardCharsets.UTF_8)
          ? TextEncoding.WINDOWS_1252
          : declared;
    }
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
