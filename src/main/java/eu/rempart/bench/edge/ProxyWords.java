package eu.rempart.bench.edge;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Headers of the PROXY protocol, version 2, as a balancer sends them. */
final class ProxyWords {

  private static final byte[] SIGNATURE = {
    '\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'
  };
  private static final byte VERSION_2_PROXY = 0x21;
  private static final byte TCP_OVER_IPV4 = 0x11;
  private static final int ADDRESSES = 12;
  private static final int SOME_PORT = 40_000;

  private ProxyWords() {}

  /** The header for an IPv4 client, and what follows it. */
  static ByteBuffer before(InetAddress source, InetSocketAddress server, byte[] rest) {
    if (!(source instanceof Inet4Address)) {
      throw new IllegalArgumentException(source + " is no IPv4 address");
    }
    return ByteBuffer.allocate(SIGNATURE.length + 4 + ADDRESSES + rest.length)
        .put(SIGNATURE)
        .put(VERSION_2_PROXY)
        .put(TCP_OVER_IPV4)
        .putShort((short) ADDRESSES)
        .put(source.getAddress())
        .put(server.getAddress().getAddress())
        .putShort((short) SOME_PORT)
        .putShort((short) server.getPort())
        .put(rest)
        .flip();
  }
}
