package eu.rempart.watch.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who is late. */
class TurnsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** It began 15 s ago, waited up to 10 s, and one request more may have failed. */
  @Test
  void whatTimedOutIsNotLateForThat() {
    assertThat(Turns.late(NOW.minusSeconds(36), NOW)).isFalse();
    assertThat(Turns.late(NOW.minus(Turns.LATE).minusMillis(1), NOW)).isTrue();
  }

  /** Else a check would take the zone for silent before it is heard. */
  @Test
  void whoIsNotLateStillHasASay() {
    assertThat(Turns.LATE).isLessThan(Duration.ofSeconds(60));
  }
}
