package eu.rempart.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RelativeTimesTest {

  private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

  @Test
  void saysHowLongAgoInTheLargestFittingUnit() {
    assertThat(ago(Duration.ofSeconds(20))).isEqualTo("just now");
    assertThat(ago(Duration.ofMinutes(3))).isEqualTo("3 min ago");
    assertThat(ago(Duration.ofHours(14))).isEqualTo("14 h ago");
    assertThat(ago(Duration.ofHours(16))).isEqualTo("yesterday");
    assertThat(ago(Duration.ofDays(3))).isEqualTo("3 days ago");
  }

  @Test
  void saysTheDateFromAWeekOn() {
    assertThat(ago(Duration.ofDays(30))).isEqualTo("25 Oct 2026");
  }

  @Test
  void looksAheadToo() {
    assertThat(ago(Duration.ofMinutes(-5))).isEqualTo("in 5 min");
    assertThat(ago(Duration.ofDays(-1))).isEqualTo("tomorrow");
    assertThat(ago(Duration.ofDays(-2))).isEqualTo("in 2 days");
  }

  @Test
  void callsTheSmallHoursBeforeMidnightHoursAgoAndNotYesterday() {
    var justAfterMidnight = Instant.parse("2026-11-24T00:30:00Z");
    assertThat(RelativeTimes.describe(justAfterMidnight.minusSeconds(7_200), justAfterMidnight))
        .isEqualTo("2 h ago");
  }

  private static String ago(Duration past) {
    return RelativeTimes.describe(NOW.minus(past), NOW);
  }
}
