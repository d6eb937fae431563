package eu.rempart.vault.crypto;

import java.util.Arrays;

/**
 * Pads to 16, 32, 64 or 128 bytes, then to multiples of 128, so that lengths say little: one byte
 * 0x80 after the content, then zeros (ISO/IEC 7816-4).
 */
public final class Padding {

  private static final byte MARK = (byte) 0x80;

  private Padding() {}

  /** The padded length of {@code length} bytes of content; always more than {@code length}. */
  static int paddedLength(int length) {
    int least = length + 1;
    for (int step = 16; step <= 128; step *= 2) {
      if (least <= step) {
        return step;
      }
    }
    return Math.multiplyExact(Math.ceilDiv(least, 128), 128);
  }

  public static byte[] pad(byte[] content) {
    byte[] padded = Arrays.copyOf(content, paddedLength(content.length));
    padded[content.length] = MARK;
    return padded;
  }

  /**
   * @throws CryptoException if these bytes did not come from {@link #pad}
   */
  public static byte[] unpad(byte[] padded) {
    int mark = padded.length - 1;
    while (mark >= 0 && padded[mark] == 0) {
      mark--;
    }
    if (mark < 0 || padded[mark] != MARK || paddedLength(mark) != padded.length) {
      throw new CryptoException();
    }
    return Arrays.copyOf(padded, mark);
  }
}
