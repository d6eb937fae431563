package eu.rempart.watch.probe;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.Exchange.Found;
import eu.rempart.watch.wire.ProbeKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  /** It waits for who was there until it was cut off, and for nobody who was away before. */
  @Test
  void whoWasAwayLongBeforeIsNotWaitedFor() {
    Instant oldest = NOW.minusSeconds(25);
    UUID self = UUID.randomUUID();
    Agent own = heard(self, NOW);
    Instant put = oldest.minusNanos(1);
    assertThat(Turns.limit(self, NOW, oldest, NOW, List.of(own, heard(oldest.minusSeconds(70)))))
        .as("was asked for a minute's check, and cut off before the next")
        .isEqualTo(put);
    for (Duration before : List.of(Turns.TOGETHER_AWAY, Duration.ofHours(2))) {
      assertThat(Turns.limit(self, NOW, oldest, NOW, List.of(own, heard(oldest.minus(before)))))
          .isAfter(oldest);
    }
    assertThat(Turns.limit(self, NOW, oldest, NOW, List.of(own, heard(NOW)))).isAfter(oldest);
  }

  private static Agent heard(Instant at) {
    return heard(UUID.randomUUID(), at);
  }

  private static Agent heard(UUID id, Instant at) {
    return new Agent(
        id,
        new Zone("FR"),
        "machine",
        ProbeKeys.generate().getPublic(),
        AgentState.ACTIVE,
        at,
        null,
        at,
        null,
        Contact.NONE,
        Conduct.NEW);
  }
}
