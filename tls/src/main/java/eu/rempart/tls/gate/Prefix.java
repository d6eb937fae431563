package eu.rempart.tls.gate;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A network of addresses, in CIDR notation (RFC 4632). Two halves as in {@link Source}, the bits
 * behind the prefix zero.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 * @param bits length of the prefix within the 128 bits: 96 to 128 for IPv4
 */
public record Prefix(long high, long low, int bits) {

  private static final int MAPPED = 96;

  /** Cuts the bits behind the prefix. */
  public Prefix {
    if (bits < 0 || bits > 128) {
      throw new IllegalArgumentException("a prefix has 0 to 128 bits, not %d".formatted(bits));
    }
    high = high & highMask(bits);
    low = low & lowMask(bits);
  }

  /**
   * The network by which a source is counted: one address of IPv4, a /64 of IPv6. Around {@code
   * ::1}, from where a browser on this machine comes, lies all of IPv4, so it stands alone.
   */
  public static Prefix fine(long high, long low) {
    return new Prefix(high, low, Source.isIpv4(high, low) || high == 0 ? 128 : 64);
  }

  /** The network around it: a /24 of IPv4, a /48 of IPv6; {@code ::1} and the like alone. */
  public static Prefix coarse(long high, long low) {
    if (Source.isIpv4(high, low)) {
      return new Prefix(high, low, MAPPED + 24);
    }
    return new Prefix(high, low, (high & highMask(48)) == 0 ? 128 : 48);
  }

  /** Reads {@code 203.0.113.0/24}, {@code 2001:db8::/32}, or a single address; else nothing. */
  public static Optional<Prefix> parse(String text) {
    String[] parts = text.strip().split("/", -1);
    boolean literal =
        parts[0].matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    if (parts.length > 2 || !literal) {
      return Optional.empty();
    }
    try {
      Source source = Source.of(InetAddress.ofLiteral(parts[0]));
      int most = source.isIpv4() ? 32 : 128;
      int length = parts.length == 1 ? most : Integer.parseInt(parts[1]);
      return length < 0 || length > most
          ? Optional.empty()
          : Optional.of(new Prefix(source.high(), source.low(), length + 128 - most));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /**
   * As {@link #parse}, for settings.
   *
   * @throws IllegalArgumentException if it is neither; says what is expected
   */
  public static Prefix of(String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" is no address or prefix; expected one like 192.0.2.0/24"
                        .formatted(text.strip())));
  }

  public boolean isIpv4() {
    return bits >= MAPPED && Source.isIpv4(high, low);
  }

  /** Whether it is a network of IPv6 that all of IPv4, mapped, lies in. */
  public boolean spansIpv4() {
    return bits < MAPPED && contains(0, Source.ofIpv4(0).low());
  }

  /** Whether an address lies in it. */
  public boolean contains(long sourceHigh, long sourceLow) {
    return (sourceHigh & highMask(bits)) == high && (sourceLow & lowMask(bits)) == low;
  }

  /** Whether the other network has an address in common with it. */
  public boolean overlaps(Prefix other) {
    return bits <= other.bits ? contains(other.high, other.low) : other.contains(high, low);
  }

  /** The bits of the first half that a prefix of that length has. */
  public static long highMask(int bits) {
    return bits >= 64 ? -1L : bits == 0 ? 0 : -1L << (64 - bits);
  }

  /** The bits of the last half that a prefix of that length has. */
  public static long lowMask(int bits) {
    return bits <= 64 ? 0 : -1L << (128 - bits);
  }

  /** As PostgreSQL's {@code cidr} writes it: {@code 203.0.113.0/24}. */
  @Override
  public String toString() {
    return isIpv4()
        ? new Source(high, low).address().getHostAddress() + "/" + (bits - MAPPED)
        : Ipv6Text.of(high, low) + "/" + bits;
  }
}
