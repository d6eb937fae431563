package eu.rempart.edge.ban;

import eu.rempart.edge.ban.Ban.Step;
import java.time.Duration;

/** How long the machine's steps last: a quarter of an hour first, then four times as long. */
final class BanLength {

  /** Bans older than this are forgiven. */
  static final Duration MEMORY = Duration.ofDays(30);

  /** How much time being slowed is given to help. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long the machine does not take a step again that a member undid. */
  static final Duration GRACE = Duration.ofMinutes(10);

  private static final Duration SLOWED = Duration.ofMinutes(10);
  private static final Duration FIRST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofDays(7);

  private BanLength() {}

  static Duration of(Step step, int repetition) {
    if (step == Step.SLOWED) {
      return SLOWED;
    }
    Duration length = FIRST;
    for (int i = 1; i < repetition && length.compareTo(LONGEST) < 0; i++) {
      length = length.multipliedBy(4);
    }
    return length.compareTo(LONGEST) > 0 ? LONGEST : length;
  }
}
