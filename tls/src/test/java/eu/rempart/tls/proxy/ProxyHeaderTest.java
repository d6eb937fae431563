package eu.rempart.tls.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderTest {
  private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";
  private static final InetSocketAddress CLIENT = address("203.0.113.9", 50_123);
  private static final InetSocketAddress SERVER = address("198.51.100.1", 443);
  private static final TlsFacts FACTS =
      new TlsFacts(
          "TLSv1.3",
          "TLS_AES_256_GCM_SHA384",
          "h2",
          "crm.example",
          "X25519MLKEM768",
          "t13d1516h2_8daaf6152771_e5627efa2ab1");

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    ProxyHeader header = read(ProxyHeaderWriter.write(CLIENT, SERVER, FACTS));

    assertThat(header.source()).isEqualTo(CLIENT);
    assertThat(header.destination()).isEqualTo(SERVER);
    assertThat(ProxyHeaderReader.tls(header)).isEqualTo(FACTS);
    assertThat(header.tlv(Tlv.GROUP).orElseThrow().text()).isEqualTo("X25519MLKEM768");
  }

  @Test
  void anUnencryptedConnectionHasNoFactsOnTls() throws Exception {
    InetSocketAddress ipv6 = address("2001:db8::9", 1);
    ProxyHeader header = read(ProxyHeaderWriter.write(ipv6, address("2001:db8::1", 65_535), null));

    assertThat(header.source()).isEqualTo(ipv6);
    assertThat(header.tlvs()).isEmpty();
    assertThat(ProxyHeaderReader.tls(header)).isNull();
  }

  @Test
  void endsOfDifferentKindsAreBothWrittenAsIpv6() throws Exception {
    ProxyHeader header = read(ProxyHeaderWriter.write(CLIENT, address("::1", 443), null));

    // Java reads a mapped address as the IPv4 address it is
    assertThat(header.source()).isEqualTo(CLIENT);
    assertThat(header.destination()).isEqualTo(address("::1", 443));
  }

  @Test
  void aHeaderInPortionsIsReadOnceItIsWholeAndNothingOfWhatFollows() throws Exception {
    byte[] header = ProxyHeaderWriter.write(CLIENT, SERVER, FACTS);
    for (int length = 0; length < header.length; length++) {
      ByteBuffer part = ByteBuffer.wrap(header, 0, length);
      assertThat(ProxyHeaderReader.read(part)).isEmpty();
      assertThat(part.position()).isZero();
    }
    ByteBuffer more = ByteBuffer.allocate(header.length + 3).put(header).put(new byte[3]).flip();

    assertThat(ProxyHeaderReader.read(more)).isPresent();
    assertThat(more.remaining()).isEqualTo(3);
  }

  @Test
  void aBalancersOwnConnectionHasNoSource() throws Exception {
    assertThat(read(ProxyHeaderWriter.local()).source()).isNull();
    // LOCAL with addresses, which are to be skipped
    assertThat(read(hex(SIGNATURE + "2011000c" + "cb007109c6336401c3cb01bb")).source()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"21000000", "21000003ffffff"})
  void unspecifiedAddressesAreNoSource(String rest) throws Exception {
    assertThat(read(hex(SIGNATURE + rest)).source()).isNull();
  }

  @Test
  void aUnixSocketIsNoSourceButHasFacts() throws Exception {
    String addresses = "00".repeat(216);
    ProxyHeader header = read(hex(SIGNATURE + "213100dd" + addresses + "0100026832"));

    assertThat(header.source()).isNull();
    assertThat(header.tlv(Tlv.ALPN).orElseThrow().text()).isEqualTo("h2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1111000ccb007109c6336401c3cb01bb", // version 1 in the form of 2
        "2211000ccb007109c6336401c3cb01bb", // unknown command
        "2112000ccb007109c6336401c3cb01bb", // datagrams
        "2141000ccb007109c6336401c3cb01bb", // unknown family
        "2111000bcb007109c6336401c3cb01", // addresses cut off
        "2121000ccb007109c6336401c3cb01bb", // IPv6 with IPv4 addresses
        "2111000ecb007109c6336401c3cb01bb0100", // a fact without a length
        "2111000fcb007109c6336401c3cb01bb010002", // a fact longer than the header
        "21110013cb007109c6336401c3cb01bb03000412345678", // a wrong checksum
        "2111ffff", // longer than we take
      })
  void wrongHeadersAreRefused(String rest) {
    assertThatThrownBy(() -> ProxyHeaderReader.read(ByteBuffer.wrap(hex(SIGNATURE + rest))))
        .isInstanceOf(ProxyHeaderException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROXY TCP4 203.0.113.9 198.51.100.1 50123 443\r\n", "GET / ", "\u0016"})
  void whatIsNoHeaderIsRefusedAtItsFirstByte(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    for (int length = 1; length <= bytes.length; length++) {
      ByteBuffer part = ByteBuffer.wrap(bytes, 0, length);
      assertThatThrownBy(() -> ProxyHeaderReader.read(part))
          .isInstanceOf(ProxyHeaderException.class);
    }
  }

  @Test
  void aRightChecksumIsAccepted() throws Exception {
    byte[] header = hex(SIGNATURE + "21110013cb007109c6336401c3cb01bb03000400000000");
    CRC32C sum = new CRC32C();
    sum.update(header);
    ByteBuffer.wrap(header).putInt(header.length - 4, (int) sum.getValue());

    assertThat(read(header).source()).isEqualTo(CLIENT);
  }

  @Test
  void longNamesAreCutSoThatTheHeaderStaysBounded() throws Exception {
    TlsFacts facts = new TlsFacts("TLSv1.3", "X".repeat(999), null, "y".repeat(999), null, null);
    byte[] header = ProxyHeaderWriter.write(CLIENT, SERVER, facts);

    assertThat(header.length).isLessThan(ProxyHeaderReader.LONGEST);
    TlsFacts read = ProxyHeaderReader.tls(read(header));
    assertThat(read).isNotNull();
    assertThat(read.cipher()).hasSize(255);
  }

  private static ProxyHeader read(byte[] bytes) throws ProxyHeaderException {
    Optional<ProxyHeader> header = ProxyHeaderReader.read(ByteBuffer.wrap(bytes));
    return header.orElseThrow();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static InetSocketAddress address(String literal, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
  }
}
