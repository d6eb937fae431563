package eu.rempart.alert.channel.send;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The alphabet of phones (3GPP TS 23.038, 6.2.1), a byte for each septet, as SMPP carries it: the
 * provider packs them.
 */
public final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** These come behind an escape, at the places of {@link #EXTENDED_AT}. */
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private static final String EXTENDED_AT = "\n\u0014()/<=>@e";

  public static final byte ESCAPE = 0x1b;

  private Gsm7() {}

  /** The text's septets; empty if it has a character that is none. */
  public static Optional<byte[]> encode(String text) {
    ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int basic = BASIC.indexOf(c);
      int extended = EXTENDED.indexOf(c);
      if (basic >= 0 && basic != ESCAPE) {
        septets.write(basic);
      } else if (extended >= 0) {
        septets.write(ESCAPE);
        septets.write(EXTENDED_AT.charAt(extended));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(septets.toByteArray());
  }

  /** Whether it is one of them. */
  static boolean has(char c) {
    return c != ESCAPE && (BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
  }

  /** What septets say; what is none is a question mark. */
  public static String decode(byte[] septets) {
    StringBuilder text = new StringBuilder(septets.length);
    for (int i = 0; i < septets.length; i++) {
      byte septet = septets[i];
      if (septet == ESCAPE && i + 1 < septets.length) {
        i++;
        int extended = EXTENDED_AT.indexOf((char) septets[i]);
        text.append(extended < 0 ? '?' : EXTENDED.charAt(extended));
      } else {
        text.append(septet < 0 || septet == ESCAPE ? '?' : BASIC.charAt(septet));
      }
    }
    return text.toString();
  }
}
