package eu.rempart.edge.node;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Reads the setting {@code rempart.edge.listen}. */
final class ListenAddress {

  private static final int HIGHEST_PORT = 65_535;

  private ListenAddress() {}

  /**
   * An address and a port, such as {@code 10.0.0.5:8444} or {@code [::]:8444}.
   *
   * @throws IllegalArgumentException with a sentence if it is none
   */
  static InetSocketAddress parse(String text) {
    String given = text.strip();
    int colon = given.lastIndexOf(':');
    try {
      String host = given.substring(0, Math.max(colon, 0));
      boolean bracketed = host.startsWith("[") && host.endsWith("]");
      InetAddress address =
          InetAddress.ofLiteral(bracketed ? host.substring(1, host.length() - 1) : host);
      int port = Integer.parseInt(given.substring(colon + 1));
      if (port >= 0 && port <= HIGHEST_PORT) {
        return new InetSocketAddress(address, port);
      }
    } catch (IllegalArgumentException wrong) {
      // said below
    }
    throw new IllegalArgumentException(
        "rempart.edge.listen is \"%s\"; expected ADDRESS:PORT, such as 10.0.0.5:8444 or [::]:8444"
            .formatted(given));
  }
}
