package eu.rempart.tls.gate;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses as two halves of 128 bits, IPv4 mapped into IPv6 (RFC 4291, 2.5.5.2).
 *
 * @param high the first 64 bits, big-endian
 * @param low the last 64 bits
 */
public record Source(long high, long low) {
  private static final long MAPPED = 0xffff_0000_0000L;

  public static Source of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? ofIpv4(part(bytes, 0, 4))
        : new Source(part(bytes, 0, 8), part(bytes, 8, 8));
  }

  /** An IPv4 address from its 32 bits. */
  public static Source ofIpv4(long bits) {
    return new Source(0, MAPPED | (bits & 0xffff_ffffL));
  }

  public static boolean isIpv4(long high, long low) {
    return high == 0 && low >>> 32 == MAPPED >>> 32;
  }

  public boolean isIpv4() {
    return isIpv4(high, low);
  }

  public InetAddress address() {
    byte[] bytes = new byte[isIpv4() ? 4 : 16];
    for (int i = 0; i < bytes.length; i++) {
      int shift = 8 * (bytes.length - 1 - i);
      bytes[i] = (byte) (shift >= 64 ? high >>> (shift - 64) : low >>> shift);
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("4 or 16 bytes are an address", impossible);
    }
  }

  private static long part(byte[] bytes, int from, int length) {
    long value = 0;
    for (int i = from; i < from + length; i++) {
      value = value << 8 | (bytes[i] & 0xff);
    }
    return value;
  }
}
