package eu.rempart.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How often a member may try mail servers. */
class TryLimitTest {

  private Instant now = Instant.parse("2026-11-30T10:00:00Z");
  private final InstantSource hands = () -> now;
  private final Clock clock = hands.withZone(ZoneOffset.UTC);

  @Test
  void tryTooManyWaitsUntilTheFirstIsTenMinutesOld() {
    TryLimit limit = new TryLimit(clock, 2);
    UUID ada = UUID.randomUUID();
    assertThat(limit.takes(ada)).isTrue();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(limit.takes(ada)).isTrue();
    assertThat(limit.takes(ada)).isFalse();
    assertThat(limit.takes(UUID.randomUUID())).as("another member").isTrue();
    now = now.plus(Duration.ofMinutes(9));
    assertThat(limit.takes(ada)).isTrue();
    assertThat(limit.takes(ada)).isFalse();
  }
}
