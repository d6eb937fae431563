package eu.rempart.tls.proxy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes headers of the PROXY protocol, version 2 (proxy-protocol.txt, 2.2). */
public final class ProxyHeaderWriter {
  private static final int CLIENT_SSL = 0x01;

  /** Any number but zero: no certificate of the client was verified, as none was asked for. */
  private static final int NOT_VERIFIED = 1;

  private static final int LONGEST_NAME = 255;

  private ProxyHeaderWriter() {}

  /**
   * The header for a client's connection.
   *
   * @param source where the client is; an address, not a name
   * @param destination what the client connected to
   * @param tls null if the connection wasn't encrypted
   * @return at most {@link ProxyHeaderReader#LONGEST} bytes
   */
  public static byte[] write(
      InetSocketAddress source, InetSocketAddress destination, @Nullable TlsFacts tls) {
    ByteBuffer out = ByteBuffer.allocate(ProxyHeaderReader.LONGEST);
    out.put(ProxyHeaderReader.SIGNATURE).put((byte) 0x21);
    byte[] from = source.getAddress().getAddress();
    byte[] to = destination.getAddress().getAddress();
    boolean ipv4 = from.length == 4 && to.length == 4;
    out.put((byte) (ipv4 ? 0x11 : 0x21)).putShort((short) 0);
    out.put(ipv4 ? from : mapped(from)).put(ipv4 ? to : mapped(to));
    out.putShort((short) source.getPort()).putShort((short) destination.getPort());
    if (tls != null) {
      put(out, Tlv.ALPN, tls.alpn());
      put(out, Tlv.AUTHORITY, tls.serverName());
      int ssl = out.position();
      out.put((byte) Tlv.SSL).putShort((short) 0).put((byte) CLIENT_SSL).putInt(NOT_VERIFIED);
      put(out, Tlv.SSL_VERSION, tls.version());
      put(out, Tlv.SSL_CIPHER, tls.cipher());
      out.putShort(ssl + 1, (short) (out.position() - ssl - 3));
      put(out, Tlv.GROUP, tls.group());
      put(out, Tlv.JA4, tls.ja4());
    }
    out.putShort(14, (short) (out.position() - ProxyHeaderReader.FIXED));
    byte[] header = new byte[out.position()];
    out.get(0, header);
    return header;
  }

  /** The header for a connection of the edge's own, as for a health check. */
  public static byte[] local() {
    return ByteBuffer.allocate(ProxyHeaderReader.FIXED)
        .put(ProxyHeaderReader.SIGNATURE)
        .put((byte) 0x20)
        .array();
  }

  private static void put(ByteBuffer out, int type, @Nullable String text) {
    if (text == null) {
      return;
    }
    byte[] value = text.getBytes(StandardCharsets.US_ASCII);
    int length = Math.min(value.length, LONGEST_NAME);
    out.put((byte) type).putShort((short) length).put(value, 0, length);
  }

  /** IPv4 as IPv6 (RFC 4291, 2.5.5.2), for where the two ends are of different kinds. */
  private static byte[] mapped(byte[] address) {
    if (address.length == 16) {
      return address;
    }
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    System.arraycopy(address, 0, mapped, 12, 4);
    return mapped;
  }
}
