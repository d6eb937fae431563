package eu.rempart.tls.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One more fact in a header: a type, and bytes whose meaning depends on it (proxy-protocol.txt,
 * 2.2). Types from 0xE0 to 0xEF are for own use.
 *
 * @param type from 0x00 to 0xFF
 * @param value at most 65,535 bytes; not copied
 */
public record Tlv(int type, byte[] value) {
  public static final int ALPN = 0x01;

  /** The host name that the client asked for. */
  public static final int AUTHORITY = 0x02;

  public static final int CRC32C = 0x03;

  /** Padding. */
  public static final int NOOP = 0x04;

  /** A structure of its own, see {@link TlsFacts}. */
  public static final int SSL = 0x20;

  static final int SSL_VERSION = 0x21;
  static final int SSL_CIPHER = 0x23;

  /** Ours: the key exchange, {@code X25519MLKEM768}. */
  public static final int GROUP = 0xE0;

  /** Ours: the fingerprint of the ClientHello. */
  public static final int JA4 = 0xE1;

  /** The value as text, as the types for names and the own ones have it. */
  public String text() {
    return new String(value, StandardCharsets.US_ASCII);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tlv tlv && type == tlv.type && Arrays.equals(value, tlv.value);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "Tlv[" + HexFormat.of().toHexDigits((byte) type) + ", " + value.length + " bytes]";
  }
}
