package eu.rempart.common.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * PeerAddresses that nothing is ever sent to: those of the machine's own link, where clouds keep
 * what opens their doors, and those of nobody. It is asked of what a name led to, so no name leads
 * there. Whatever else of Rempart sends something to where somebody says asks here too.
 */
public final class PeerAddresses {

  /** Where clouds tell a machine who it is, outside of the link's own addresses. */
  private static final Set<InetAddress> METADATA =
      Set.of(
          known(0xfd, 0, 0x0e, 0xc2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54),
          known(100, 100, 100, 200),
          known(168, 63, 129, 16));

  /** Whatever follows is an IPv4 address, which the network goes on to. */
  private static final byte[] TRANSLATED = {
    0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0
  };

  private PeerAddresses() {}

  /**
   * Whether an address is none of the public network: this machine's own, one of a private network
   * (RFC 1918, 4193, 6598), or one that stands for such an address behind a translator (RFC 6052,
   * 8215, 3056). What strangers name leads there only where the operator says so.
   */
  public static boolean inside(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address six ? inside(six, bytes) : inside(bytes);
  }

  /**
   * The IPv4 address that the network goes on to where an address stands for one behind a
   * translator (RFC 6052, 3056), so that it is judged as what it leads to; else the same.
   */
  public static InetAddress meant(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (!(address instanceof Inet6Address)) {
      return address;
    }
    int from =
        Arrays.mismatch(bytes, TRANSLATED) == TRANSLATED.length
            ? TRANSLATED.length
            : begins(bytes, 0x20, 0x02) ? 2 : -1;
    try {
      return from < 0
          ? address
          : InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e); // four bytes are an address
    }
  }

  private static boolean inside(Inet6Address six, byte[] bytes) {
    if (six.isLoopbackAddress() || six.isSiteLocalAddress() || (bytes[0] & 0xfe) == 0xfc) {
      return true;
    }
    boolean local = begins(bytes, 0, 0x64, 0xff, 0x9b, 0, 1);
    if (Arrays.mismatch(bytes, TRANSLATED) == TRANSLATED.length || six.isIPv4CompatibleAddress()) {
      return inside(Arrays.copyOfRange(bytes, 12, 16));
    }
    boolean sixToFour = begins(bytes, 0x20, 0x02);
    return local
        || begins(bytes, 0x20, 1, 0, 0)
        || (sixToFour && inside(Arrays.copyOfRange(bytes, 2, 6)));
  }

  private static boolean inside(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    return first == 0
        || first == 10
        || first == 127
        || first >= 240
        || (first == 172 && second >= 16 && second < 32)
        || (first == 192 && second == 168)
        || (first == 192 && second == 0 && four[2] == 0)
        || (first == 100 && second >= 64 && second < 128)
        || (first == 198 && (second & 0xfe) == 18)
        || (first == 169 && second == 254);
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing is ever sent there. */
  public static boolean refused(InetAddress address) {
    if (address instanceof Inet6Address six) {
      byte[] bytes = six.getAddress();
      boolean translated = Arrays.mismatch(bytes, TRANSLATED) == TRANSLATED.length;
      if (translated || (six.isIPv4CompatibleAddress() && !six.isLoopbackAddress())) {
        return refused(address(Arrays.copyOfRange(bytes, TRANSLATED.length, bytes.length)));
      }
    }
    return address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || address.isAnyLocalAddress()
        || METADATA.stream().anyMatch(known -> same(known, address));
  }

  /** Without the zone that an address of a link carries. */
  private static boolean same(InetAddress a, InetAddress b) {
    return Arrays.equals(a.getAddress(), b.getAddress());
  }

  private static InetAddress known(int... parts) {
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) parts[i];
    }
    return address(bytes);
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("%d bytes are no address".formatted(bytes.length), e);
    }
  }
}
