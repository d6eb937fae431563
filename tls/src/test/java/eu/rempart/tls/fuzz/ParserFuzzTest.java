package eu.rempart.tls.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.tls.hello.ClientHello;
import eu.rempart.tls.hello.HelloAssembler;
import eu.rempart.tls.hello.HelloException;
import eu.rempart.tls.hello.Hellos;
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
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever arrives, a parser answers with a value, with "more, please", or with its own exception,
 * and in portions as in one piece. Half a minute each; {@code mvn -Pfuzz} takes ten minutes. A
 * failure names the seed and the input.
 */
class ParserFuzzTest {
  private static final long SECONDS = Long.getLong("edge.fuzz.seconds", 30);
  private static final long SEED = Long.getLong("edge.fuzz.seed", System.nanoTime());
  private static final int ROUND = 1_000;

  @Test
  void clientHellos() {
    byte[] jdk = Hellos.ofTheJdk();
    byte[] message = Hellos.messageOf(jdk);
    Mutator mutator =
        new Mutator(
            SEED,
            List.of(
                jdk,
                Hellos.records(message, 100),
                Hellos.records(message, message.length / 2),
                Hellos.records(
                    Hellos.message(
                        0x0303,
                        "0a0a130113021303c02fc030",
                        Hellos.serverName("crm.example")
                            + Hellos.extension(35, "aabb")
                            + Hellos.extension(41, "0000")
                            + Hellos.extension(16, "000302" + "6832")
                            + Hellos.extension(43, "0403040303")),
                    16_384)));
    fuzz(mutator, input -> assertSame(hello(input), helloInPortions(input, mutator.random())));
  }

  @Test
  void proxyHeaders() {
    InetSocketAddress ipv4 = new InetSocketAddress(InetAddress.ofLiteral("203.0.113.9"), 1);
    InetSocketAddress ipv6 = new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 443);
    TlsFacts facts =
        new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", "h2", "crm.example", "X25519", "t13d");
    Mutator mutator =
        new Mutator(
            SEED,
            List.of(
                ProxyHeaderWriter.write(ipv4, ipv4, facts),
                ProxyHeaderWriter.write(ipv6, ipv6, null),
                ProxyHeaderWriter.write(ipv4, ipv6, facts),
                ProxyHeaderWriter.local(),
                HexFormat.of()
                    .parseHex(
                        "0d0a0d0a000d0a515549540a21110013cb007109c6336401c3cb01bb"
                            + "03000400000000")));
    fuzz(mutator, input -> assertSame(header(input), headerInPortions(input)));
  }

  private interface Check {
    void of(byte[] input);
  }

  private static void fuzz(Mutator mutator, Check check) {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long inputs = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < ROUND; i++) {
        byte[] input = mutator.next();
        inputs++;
        try {
          check.of(input);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError(
              "seed " + SEED + ", input " + HexFormat.of().formatHex(input), e);
        }
      }
    }
    assertThat(inputs).isGreaterThan(ROUND);
  }

  private static void assertSame(Object whole, Object inPortions) {
    assertThat(inPortions).isEqualTo(whole);
  }

  /** What came of it, as something that compares: a hello, "more", or why not. */
  private static Object hello(byte[] input) {
    try {
      return outcome(new HelloAssembler().feed(ByteBuffer.wrap(input)));
    } catch (HelloException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static Object helloInPortions(byte[] input, Random random) {
    HelloAssembler assembler = new HelloAssembler();
    try {
      for (int at = 0; at < input.length; ) {
        int length = Math.min(1 + random.nextInt(400), input.length - at);
        ClientHello hello = assembler.feed(ByteBuffer.wrap(input, at, length));
        if (hello != null) {
          return outcome(hello);
        }
        at += length;
      }
      return "more";
    } catch (HelloException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static Object outcome(@org.jspecify.annotations.Nullable ClientHello hello) {
    return hello == null ? "more" : hello + hello.ja4();
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
