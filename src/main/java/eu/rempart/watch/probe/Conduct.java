package eu.rempart.watch.probe;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be thought of what an agent says.
 *
 * @param lost results that it had to drop while home was away
 * @param refused results that were not taken
 * @param trouble what was wrong last: a word of {@link eu.rempart.watch.wire.Refusal}, or of {@link
 *     ResultRules}; null if nothing ever was
 * @param clockOff by how much its machine's clock goes before home's
 * @param agreed how often it lately said what all others said
 * @param alone how often it said the contrary
 */
public record Conduct(
    long lost,
    long refused,
    @Nullable String trouble,
    @Nullable Instant troubleAt,
    Duration clockOff,
    double agreed,
    double alone) {

  static final Conduct NEW = new Conduct(0, 0, null, null, Duration.ZERO, 0, 0);

  private static final Duration RIGHT = Duration.ofMinutes(5);
  private static final double ENOUGH = 8;

  /** In per cent: how often it lately said the contrary of all others. */
  public int contrary() {
    double all = agreed + alone;
    return all == 0 ? 0 : (int) Math.round(100 * alone / all);
  }

  /** Whether it is alone with what it says more often than not. */
  public boolean unreliable() {
    return agreed + alone >= ENOUGH && alone > agreed;
  }

  /** Whether its machine's clock is wrong by more than some minutes. */
  public boolean clockWrong() {
    return clockOff.abs().compareTo(RIGHT) > 0;
  }
}
