package eu.rempart.tls.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers of the PROXY protocol, version 2 only: version 1 is text without a length, and
 * nobody needs it where both ends are chosen.
 *
 * @see <a href="https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt">The PROXY protocol,
 *     2.2</a>
 */
public final class ProxyHeaderReader {
  /** Longer headers are refused; 536 bytes reach any host in one packet, facts may need more. */
  public static final int LONGEST = 2048;

  static final byte[] SIGNATURE = {13, 10, 13, 10, 0, 13, 10, 81, 85, 73, 84, 10};
  static final int FIXED = 16;
  private static final int IPV4_BYTES = 12;
  private static final int IPV6_BYTES = 36;
  private static final int UNIX_BYTES = 216;

  private ProxyHeaderReader() {}

  /**
   * Reads the header at the buffer's position and moves the position behind it.
   *
   * @return empty while bytes are missing; then the position stays where it was
   * @throws ProxyHeaderException as soon as what came can't become a header
   */
  public static Optional<ProxyHeader> read(ByteBuffer in) throws ProxyHeaderException {
    int start = in.position();
    int there = in.remaining();
    for (int i = 0; i < Math.min(there, SIGNATURE.length); i++) {
      check(in.get(start + i) == SIGNATURE[i], "the signature of version 2 is missing");
    }
    if (there > 12) {
      int command = in.get(start + 12) & 0xff;
      check(command == 0x20 || command == 0x21, "version or command is unknown");
    }
    if (there < FIXED) {
      return Optional.empty();
    }
    int length = FIXED + (in.getShort(start + 14) & 0xffff);
    check(length <= LONGEST, "it is longer than " + LONGEST + " bytes");
    if (there < length) {
      return Optional.empty();
    }
    ProxyHeader header = parse(in.slice(start, length));
    in.position(start + length);
    return Optional.of(header);
  }

  private static ProxyHeader parse(ByteBuffer whole) throws ProxyHeaderException {
    boolean local = whole.get(12) == 0x20;
    int family = whole.get(13) & 0xff;
    ByteBuffer rest = whole.duplicate().position(FIXED);
    if (local) {
      // The family says nothing then, and what follows is to be skipped: 2.2.
      return new ProxyHeader(null, null, List.of(), whole.limit());
    }
    InetSocketAddress source = null;
    InetSocketAddress destination = null;
    switch (family) {
      case 0x00 -> {
        // No addresses, and so no telling where facts would begin.
        return new ProxyHeader(null, null, List.of(), whole.limit());
      }
      case 0x11, 0x21 -> {
        int size = family == 0x11 ? 4 : 16;
        check(
            rest.remaining() >= (size == 4 ? IPV4_BYTES : IPV6_BYTES), "its addresses are cut off");
        InetAddress from = address(rest, size);
        InetAddress to = address(rest, size);
        source = new InetSocketAddress(from, rest.getShort() & 0xffff);
        destination = new InetSocketAddress(to, rest.getShort() & 0xffff);
      }
      case 0x31 -> {
        check(rest.remaining() >= UNIX_BYTES, "its addresses are cut off");
        rest.position(rest.position() + UNIX_BYTES);
      }
      default -> throw new ProxyHeaderException("No PROXY header: it speaks of no stream");
    }
    return new ProxyHeader(source, destination, tlvs(rest, whole), whole.limit());
  }

  private static InetAddress address(ByteBuffer in, int size) {
    byte[] bytes = new byte[size];
    in.get(bytes);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("4 or 16 bytes are an address", impossible);
    }
  }

  private static List<Tlv> tlvs(ByteBuffer in, ByteBuffer whole) throws ProxyHeaderException {
    List<Tlv> tlvs = new ArrayList<>();
    while (in.hasRemaining()) {
      check(in.remaining() >= 3, "a fact is cut off");
      int type = in.get() & 0xff;
      int length = in.getShort() & 0xffff;
      check(in.remaining() >= length, "a fact is longer than the header");
      int at = in.position();
      byte[] value = new byte[length];
      in.get(value);
      if (type == Tlv.CRC32C) {
        check(length == 4 && sumOf(whole, at) == whole.getInt(at), "its checksum is wrong");
      } else if (type != Tlv.NOOP) {
        tlvs.add(new Tlv(type, value));
      }
    }
    return tlvs;
  }

  /** The checksum over the header with the checksum's own bytes as zeros. */
  private static int sumOf(ByteBuffer whole, int at) {
    byte[] bytes = new byte[whole.limit()];
    whole.get(0, bytes);
    for (int i = at; i < at + 4; i++) {
      bytes[i] = 0;
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  /** What a header tells of the client's TLS; null if it says that there was none. */
  public static @Nullable TlsFacts tls(ProxyHeader header) throws ProxyHeaderException {
    Optional<Tlv> ssl = header.tlv(Tlv.SSL);
    if (ssl.isEmpty()) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(ssl.get().value());
    check(in.remaining() >= 5, "its facts on TLS are cut off");
    boolean encrypted = (in.get() & 1) != 0;
    in.getInt(); // whether a client's certificate was verified: we ask for none
    List<Tlv> inner = tlvs(in, in);
    String version = text(inner, Tlv.SSL_VERSION);
    String cipher = text(inner, Tlv.SSL_CIPHER);
    return encrypted
        ? new TlsFacts(
            version == null ? "" : version,
            cipher == null ? "" : cipher,
            text(header.tlvs(), Tlv.ALPN),
            text(header.tlvs(), Tlv.AUTHORITY),
            text(header.tlvs(), Tlv.GROUP),
            text(header.tlvs(), Tlv.JA4))
        : null;
  }

  private static @Nullable String text(List<Tlv> tlvs, int type) {
    return tlvs.stream().filter(it -> it.type() == type).findFirst().map(Tlv::text).orElse(null);
  }

  private static void check(boolean holds, String otherwise) throws ProxyHeaderException {
    if (!holds) {
      throw new ProxyHeaderException("No PROXY header: " + otherwise);
    }
  }
}
