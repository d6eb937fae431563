package eu.rempart.tls.link;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where a node listens for edges.
 *
 * @param host a name or an address that its certificate has
 * @param port from 1 to 65535
 */
public record NodeAddress(String host, int port) {

  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads {@code HOST:PORT}; an address of IPv6 stands in brackets.
   *
   * @throws IllegalArgumentException with a sentence if it is none
   */
  public static NodeAddress parse(String text) {
    String given = text.strip();
    int colon = given.lastIndexOf(':');
    String host = colon < 0 ? "" : given.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.contains(":")) {
      throw wrong(given);
    }
    try {
      int port = Integer.parseInt(given.substring(colon + 1));
      if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
        throw wrong(given);
      }
      return new NodeAddress(host, port);
    } catch (NumberFormatException noNumber) {
      throw wrong(given);
    }
  }

  private static IllegalArgumentException wrong(String given) {
    return new IllegalArgumentException(
        "\"" + given + "\" is no HOST:PORT; expected one like node-1.example.org:8444");
  }

  /** Looks the name up, which may take seconds. */
  InetSocketAddress resolve() throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(host), port);
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
