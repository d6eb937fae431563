package eu.rempart.alert.channel.smpp;

import eu.rempart.alert.channel.send.Gsm7;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A text message, or a part of one.
 *
 * @param content with its header, if it has one; not copied
 * @param coding 0 for the alphabet of phones, 8 for UCS-2
 * @param headed whether the content begins with a header (3GPP TS 23.040, 9.2.3.24)
 */
// compared by nobody
@SuppressWarnings("ArrayRecordComponent")
record SmsPart(byte[] content, byte coding, boolean headed) {

  static final byte PHONES = 0;
  static final byte UCS2 = 8;

  private static final int ONE_OF_PHONES = 160;
  private static final int PART_OF_PHONES = 153;
  private static final int ONE_OF_UCS2 = 140;
  private static final int PART_OF_UCS2 = 134;

  /**
   * A text as it is sent.
   *
   * @param id by which a phone knows what belongs together; the same at each try
   * @param unicodeOnly whether never in the alphabet of phones
   * @param whole whether in one piece, however long
   */
  static List<SmsPart> of(String text, UUID id, boolean unicodeOnly, boolean whole) {
    byte[] septets = unicodeOnly ? null : Gsm7.encode(text).orElse(null);
    byte coding = septets == null ? UCS2 : PHONES;
    byte[] content = septets == null ? text.getBytes(StandardCharsets.UTF_16BE) : septets;
    if (whole || content.length <= (coding == UCS2 ? ONE_OF_UCS2 : ONE_OF_PHONES)) {
      return List.of(new SmsPart(content, coding, false));
    }
    return headed(cut(content, coding), coding, id.hashCode());
  }

  private static List<byte[]> cut(byte[] content, byte coding) {
    int most = coding == UCS2 ? PART_OF_UCS2 : PART_OF_PHONES;
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    while (from < content.length) {
      int to = Math.min(content.length, from + most);
      if (to < content.length && splits(content, to, coding)) {
        to -= coding == UCS2 ? 2 : 1;
      }
      pieces.add(Arrays.copyOfRange(content, from, to));
      from = to;
    }
    return pieces;
  }

  /** Whether a cut would part what is one character. */
  private static boolean splits(byte[] content, int at, byte coding) {
    return coding == UCS2 ? (content[at - 2] & 0xfc) == 0xd8 : content[at - 1] == Gsm7.ESCAPE;
  }

  private static List<SmsPart> headed(List<byte[]> pieces, byte coding, int reference) {
    List<SmsPart> parts = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      content.writeBytes(
          new byte[] {5, 0, 3, (byte) reference, (byte) pieces.size(), (byte) (i + 1)});
      content.writeBytes(pieces.get(i));
      parts.add(new SmsPart(content.toByteArray(), coding, true));
    }
    return parts;
  }
}
