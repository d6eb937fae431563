package eu.rempart.watch.measure;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Addresses that nothing is ever sent to: those of the machine's own link, where clouds keep what
 * opens their doors, and those of nobody. It is asked of what a name led to, so no name leads
 * there. Whatever else of Rempart sends something to where somebody says asks here too.
 */
public final class Addresses {

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

  private Addresses() {}

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
