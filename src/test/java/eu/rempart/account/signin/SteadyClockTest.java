package eu.rempart.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  /** A stop watch may begin anywhere, and pass the end of its numbers. */
  private final AtomicLong watch = new AtomicLong(Long.MAX_VALUE - 10);

  private final SteadyClock clock = new SteadyClock(NOON, watch::get);

  @Test
  void itGoesByTheStopWatchAndNotByTheWall() {
    assertThat(clock.instant()).isEqualTo(NOON);
    watch.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void aDelayIsOverInItsTimeWhateverTheClockOnTheWallDoes() {
    var throttle = new SignInThrottle(clock, new HandFailures());
    while (throttle.tryNow("account", "203.0.113.9").isZero()) {
      // until a delay begins
    }
    Duration delay = throttle.tryNow("account", "203.0.113.9");
    watch.addAndGet(delay.toNanos());
    assertThat(throttle.tryNow("account", "203.0.113.9")).isZero();
  }
}
