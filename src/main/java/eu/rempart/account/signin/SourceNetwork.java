package eu.rempart.account.signin;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * By what a client's address is counted: whoever has one address of IPv6 has 2^64 of them, and
 * whoever has one of IPv4 often has its neighbours.
 */
final class SourceNetwork {

  private SourceNetwork() {}

  /** The address of IPv4, the /64 of IPv6; what is no address stays as it is. */
  static String address(String source) {
    return cut(source, 4, 8);
  }

  /** The /24 of IPv4, the /48 of IPv6; what is no address stays as it is. */
  static String around(String source) {
    return cut(source, 3, 6);
  }

  private static String cut(String source, int of4, int of6) {
    byte[] bytes;
    try {
      bytes = InetAddress.ofLiteral(source).getAddress();
    } catch (IllegalArgumentException noAddress) {
      return source;
    }
    return HexFormat.of().formatHex(bytes, 0, bytes.length == 4 ? of4 : of6);
  }
}
