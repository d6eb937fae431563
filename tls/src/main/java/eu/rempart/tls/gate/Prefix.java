package eu.rempart.tls.gate;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Addresses that begin alike, in CIDR notation (RFC 4632). IPv4 is mapped into IPv6, as in {@link
 * Source}.
 *
 * @param high the first 64 bits, those past the length zero
 * @param low the last 64 bits, those past the length zero
 * @param length from 0 to 128 bits; 96 more than written for IPv4
 */
public record Prefix(long high, long low, int length) {
  private static final int MAPPED = 96;

  public Prefix {
    if (length < 0 || length > 128) {
      throw new IllegalArgumentException("A prefix of " + length + " bits; expected 0 to 128");
    }
    high &= highMask(length);
    low &= lowMask(length);
  }

  /**
   * Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or one address.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Prefix parse(String text) {
    String given = text.strip();
    int slash = given.indexOf('/');
    try {
      InetAddress address = InetAddress.ofLiteral(slash < 0 ? given : given.substring(0, slash));
      int most = address instanceof Inet4Address ? 32 : 128;
      int bits = slash < 0 ? most : Integer.parseInt(given.substring(slash + 1));
      if (bits < 0 || bits > most) {
        throw new IllegalArgumentException("length");
      }
      Source source = Source.of(address);
      return new Prefix(source.high(), source.low(), most == 32 ? MAPPED + bits : bits);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "\"" + given + "\" is no address or prefix; expected one like 192.0.2.0/24", wrong);
    }
  }

  public boolean contains(long otherHigh, long otherLow) {
    return (otherHigh & highMask(length)) == high && (otherLow & lowMask(length)) == low;
  }

  private static long highMask(int length) {
    return length >= 64 ? -1L : length == 0 ? 0 : -1L << (64 - length);
  }

  private static long lowMask(int length) {
    return length <= 64 ? 0 : -1L << (128 - length);
  }
}
