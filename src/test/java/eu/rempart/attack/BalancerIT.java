package eu.rempart.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.tls.gate.Source;
import eu.rempart.tls.proxy.ProxyHeaderWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers of the PROXY protocol that nobody should believe. */
@Tag("attack")
class BalancerIT {

  private static final int PATIENCE = 60_000;

  private final Target target = Target.shared();

  @AfterEach
  void theMemberWorked() {
    target.member().assertServed();
  }

  @Test
  void whoIsNoListedBalancerIsResetWhateverItSends() throws Exception {
    Source forged = target.member().source();
    try (Socket peer = new Socket()) {
      peer.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0));
      peer.connect(new InetSocketAddress(Target.BALANCER, target.port()));
      peer.setSoTimeout(PATIENCE);
      assertThatThrownBy(
              () -> {
                peer.getOutputStream().write(Visitor.header(forged));
                peer.getOutputStream().write(target.at(forged).hello());
                assertThat(peer.getInputStream().read()).isEqualTo(-2);
              })
          .isInstanceOf(SocketException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROXY TCP4 203.0.113.9 198.51.100.1 50123 443\r\n",
        "PROXY UNKNOWN\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "\r\n\r\n\0\r\nQUIT\r\n"
      })
  void whatIsNoHeaderOfVersion2IsReset(String text) throws Exception {
    assertReset(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** After the signature: version and command, family, length, addresses. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // version 1 in the place of 2, and commands and families that there are not
        "11 11 000c cb007109 c6336401 c3cb 01bb",
        "2f 11 000c cb007109 c6336401 c3cb 01bb",
        "21 1f 000c cb007109 c6336401 c3cb 01bb",
        // shorter than its family needs
        "21 11 0004 cb007109",
        "21 21 000c cb007109 c6336401 c3cb 01bb",
        "21 11 0000",
        // an extension that is longer than the header
        "21 11 0010 cb007109 c6336401 c3cb 01bb 04 00ff 00"
      })
  void aHeaderThatIsNotWhatItSaysIsReset(String rest) throws Exception {
    assertReset(HexFormat.of().parseHex(("0d0a0d0a000d0a515549540a" + rest).replace(" ", "")));
  }

  @Test
  void aHeaderOfWhichHalfNeverComesIsReset() throws Exception {
    byte[] header = Visitor.header(target.country("FR"));
    assertReset(java.util.Arrays.copyOf(header, header.length / 2));
  }

  @Test
  void aBalancersOwnConnectionIsItsOwn() throws Exception {
    try (Socket socket = new Socket(Target.BALANCER, target.port())) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(ProxyHeaderWriter.local());
      socket.getOutputStream().write(target.at(target.country("FR")).hello());
      assertThat(socket.getInputStream().read()).as("a record of TLS").isEqualTo(0x16);
    }
  }

  private void assertReset(byte[] bytes) throws IOException {
    try (Socket socket = new Socket(Target.BALANCER, target.port())) {
      socket.setSoTimeout(PATIENCE);
      socket.getOutputStream().write(bytes);
      assertThatThrownBy(() -> assertThat(socket.getInputStream().read()).isEqualTo(-2))
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }
}
