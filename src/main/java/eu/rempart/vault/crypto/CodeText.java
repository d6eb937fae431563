package eu.rempart.vault.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Secrets that people copy: Crockford's base 32 in groups of four, with a checksum at the end. Read
 * tolerantly: any case, any spaces and hyphens, O for 0, I and L for 1.
 */
public final class CodeText {

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int GROUP = 4;

  private CodeText() {}

  /**
   * @param checksum bytes of checksum; together with the secret a multiple of 5 bytes
   */
  public static String write(byte[] secret, int checksum) {
    byte[] all = Arrays.copyOf(secret, secret.length + checksum);
    System.arraycopy(digest(secret), 0, all, secret.length, checksum);
    StringBuilder text = new StringBuilder();
    int digits = 0;
    int buffer = 0;
    int bits = 0;
    for (byte b : all) {
      buffer = (buffer << 8 | (b & 0xff)) & 0xfff;
      bits += 8;
      while (bits >= 5) {
        if (digits > 0 && digits % GROUP == 0) {
          text.append('-');
        }
        bits -= 5;
        text.append(DIGITS.charAt(buffer >>> bits & 31));
        digits++;
      }
    }
    Arrays.fill(all, (byte) 0);
    return text.toString();
  }

  /** The secret, unless a character, the length or the checksum is wrong. */
  public static Optional<byte[]> read(String text, int secretBytes, int checksum) {
    byte[] all = new byte[secretBytes + checksum];
    int at = 0;
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '–') {
        continue;
      }
      int digit = digit(c);
      if (digit < 0 || at == all.length) {
        return Optional.empty();
      }
      buffer = (buffer << 5 | digit) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        all[at++] = (byte) (buffer >>> bits);
      }
    }
    byte[] secret = Arrays.copyOf(all, secretBytes);
    byte[] expected = Arrays.copyOf(digest(secret), checksum);
    boolean sound =
        at == all.length
            && bits == 0
            && Arrays.equals(all, secretBytes, all.length, expected, 0, checksum);
    Arrays.fill(all, (byte) 0);
    return sound ? Optional.of(secret) : Optional.empty();
  }

  private static int digit(char c) {
    return switch (Character.toUpperCase(c)) {
      case 'O' -> 0;
      case 'I', 'L' -> 1;
      default -> DIGITS.indexOf(Character.toUpperCase(c));
    };
  }

  private static byte[] digest(byte[] secret) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update("rempart code".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return sha256.digest(secret);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }
}
