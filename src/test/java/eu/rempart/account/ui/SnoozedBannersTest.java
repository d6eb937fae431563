package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SnoozedBannersTest {

  private static final UUID ADA = new UUID(0, 1);
  private static final UUID EVE = new UUID(0, 2);

  private Instant now = Instant.parse("2026-11-30T09:00:00Z");
  private final SnoozedBanners snoozed = new SnoozedBanners(() -> now);

  @Test
  void bannerIsPutAsideForOnePersonForADay() {
    snoozed.snooze(ADA, "kit");
    now = now.plus(SnoozedBanners.LASTING).minusSeconds(1);

    assertThat(snoozed.isSnoozed(ADA, "kit")).isTrue();
    assertThat(snoozed.isSnoozed(ADA, "BR")).isFalse();
    assertThat(snoozed.isSnoozed(EVE, "kit")).isFalse();

    now = now.plusSeconds(1);
    assertThat(snoozed.isSnoozed(ADA, "kit")).isFalse();
  }
}
