package eu.rempart.tls.fuzz;

import static eu.rempart.tls.fuzz.Fuzzing.assertSame;

import eu.rempart.tls.hello.ClientHello;
import eu.rempart.tls.hello.HelloAssembler;
import eu.rempart.tls.hello.HelloException;
import eu.rempart.tls.hello.Hellos;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hellos of clients, whole and torn. */
class ClientHelloFuzzTest {

  @Test
  void clientHellos() {
    byte[] jdk = Hellos.ofTheJdk();
    byte[] message = Hellos.messageOf(jdk);
    Mutator mutator =
        new Mutator(
            Fuzzing.SEED,
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
    Fuzzing.run(
        mutator, input -> assertSame(hello(input), helloInPortions(input, mutator.random())));
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
}
