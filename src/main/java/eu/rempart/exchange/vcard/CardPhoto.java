package eu.rempart.exchange.vcard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the lines of a PHOTO property, in whichever of the three versions: base64 behind a
 * parameter (vCard 2.1, RFC 2426) or in a data URL (RFC 6350). What lies elsewhere is not fetched:
 * whoever wrote the file would learn who reads it.
 */
final class CardPhoto {

  /** Most characters, which stand for 6 MB of a picture. */
  static final int MAX_CODED = 8 << 20;

  private final ByteArrayOutputStream coded = new ByteArrayOutputStream();
  private boolean tooLong;

  void add(byte[] line) {
    if (coded.size() + line.length > MAX_CODED) {
      tooLong = true;
      coded.reset();
    } else if (!tooLong) {
      coded.writeBytes(line);
    }
  }

  void tooLong() {
    tooLong = true;
  }

  /** The picture's file; null where it isn't in the card, or too long, or no base64. */
  byte @Nullable [] file() {
    String line = coded.toString(StandardCharsets.ISO_8859_1);
    int colon = line.indexOf(':');
    if (tooLong || colon < 0) {
      return null;
    }
    String parameters = line.substring(0, colon).toUpperCase(Locale.ROOT);
    String value = line.substring(colon + 1).strip();
    boolean dataUrl = value.regionMatches(true, 0, "data:", 0, 5);
    int comma = value.indexOf(',');
    if (dataUrl && comma > 0) {
      return value.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")
          ? decoded(value.substring(comma + 1))
          : null;
    }
    return parameters.contains("ENCODING=B") || parameters.contains(";BASE64")
        ? decoded(value)
        : null;
  }

  /** Passes over the blanks of folded lines. */
  private static byte @Nullable [] decoded(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
