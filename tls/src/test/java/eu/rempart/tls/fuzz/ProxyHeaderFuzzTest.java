package eu.rempart.tls.fuzz;

import static eu.rempart.tls.fuzz.Fuzzing.assertSame;

import eu.rempart.tls.proxy.ProxyHeader;
import eu.rempart.tls.proxy.ProxyHeaderException;
import eu.rempart.tls.proxy.ProxyHeaderReader;
import eu.rempart.tls.proxy.ProxyHeaderWriter;
import eu.rempart.tls.proxy.TlsFacts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Headers of the PROXY protocol, whole and torn. */
class ProxyHeaderFuzzTest {

  @Test
  void proxyHeaders() {
    InetSocketAddress ipv4 = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.9"), 1);
    InetSocketAddress ipv6 = new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 443);
    TlsFacts facts =
        new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", "h2", "crm.example", "X25519", "t13d");
    Mutator mutator =
        new Mutator(
            Fuzzing.SEED,
            List.of(
                ProxyHeaderWriter.write(ipv4, ipv4, facts),
                ProxyHeaderWriter.write(ipv6, ipv6, null),
                ProxyHeaderWriter.write(ipv4, ipv6, facts),
                ProxyHeaderWriter.local(),
                HexFormat.of()
                    .parseHex(
                        "0d0a0d0a000d0a515549540a21110013cb007109c6336401c3cb01bb"
                            + "03000400000000")));
    Fuzzing.run(mutator, input -> assertSame(header(input), headerInPortions(input)));
  }

  private static Object header(byte[] input) {
    try {
      return outcome(ProxyHeaderReader.read(ByteBuffer.wrap(input)));
    } catch (ProxyHeaderException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static Object headerInPortions(byte[] input) {
    try {
      for (int length = 0; length <= input.length; length++) {
        Optional<ProxyHeader> header = ProxyHeaderReader.read(ByteBuffer.wrap(input, 0, length));
        if (header.isPresent()) {
          return outcome(header);
        }
      }
      return "more";
    } catch (ProxyHeaderException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static Object outcome(Optional<ProxyHeader> header) throws ProxyHeaderException {
    return header.isEmpty()
        ? "more"
        : header.get() + String.valueOf(ProxyHeaderReader.tls(header.get()));
  }
}
