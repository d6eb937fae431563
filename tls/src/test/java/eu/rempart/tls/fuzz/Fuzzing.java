package eu.rempart.tls.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;

/**
 * Whatever arrives, a parser answers with a value, with "more, please", or with its own exception,
 * and in portions as in one piece. Half a minute each, in a process of its own; {@code mvn -Pfuzz}
 * takes ten. A failure names the seed and the input.
 */
final class Fuzzing {
  static final long SEED = Long.getLong("edge.fuzz.seed", System.nanoTime());
  private static final long SECONDS = Long.getLong("edge.fuzz.seconds", 30);
  private static final int ROUND = 1_000;

  private Fuzzing() {}

  /** Fails if an input is not treated as it is to be. */
  interface Check {
    void of(byte[] input);
  }

  static void run(Mutator mutator, Check check) {
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

  static void assertSame(Object whole, Object inPortions) {
    assertThat(inPortions).isEqualTo(whole);
  }
}
