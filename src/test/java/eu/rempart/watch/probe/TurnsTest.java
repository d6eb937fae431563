package eu.rempart.watch.probe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.watch.wire.Exchange.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is late. */
class TurnsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /** The request that was to bring it may have failed. */
  @Test
  void whatWaitsForTheNextRequestIsNotLateForThat() {
    assertThat(Turns.late(NOW.minusSeconds(19), NOW)).isFalse();
    assertThat(Turns.late(NOW.minus(Turns.LATE).minusMillis(1), NOW)).isTrue();
  }

  @Test
  void whatTookLongIsKnownAtItsEnd() {
    long at = NOW.toEpochMilli() * 1_000;
    assertThat(ResultRules.known(found(at, 15_000_000L))).isEqualTo(NOW.plusSeconds(15));
    assertThat(ResultRules.known(found(at, null))).isEqualTo(NOW);
    assertThat(ResultRules.known(found(at, -1L))).isEqualTo(NOW);
    assertThat(ResultRules.known(found(at, Long.MAX_VALUE))).isEqualTo(NOW);
  }

  private static Found found(long at, @Nullable Long total) {
    return new Found(1, UUID.randomUUID(), at, "TIMEOUT", null, null, null, null, null, total);
  }

  /** Else a check would take the zone for silent before it is heard. */
  @Test
  void whoIsNotLateStillHasASay() {
    assertThat(Turns.LATE).isLessThan(Duration.ofSeconds(60));
  }
}
