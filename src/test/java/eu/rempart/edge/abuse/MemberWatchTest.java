package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.HandClock;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.vault.event.RecordsMoved;
import eu.rempart.vault.event.RecordsMoved.Way;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What accounts do that their members would hardly do. */
class MemberWatchTest {

  private static final UUID ADA = UUID.randomUUID();
  private static final UUID BEN = UUID.randomUUID();
  private static final Duration HOUR = Duration.ofHours(1);

  private final HandClock clock = new HandClock();
  private final MassDetector mass = new MassDetector(clock::getAsLong);
  private final Distances distances = Distances.bundled();

  private static RecordsMoved out(UUID member, long count) {
    return new RecordsMoved(member, Way.EXPORTED, count);
  }

  @Test
  void manySmallExportsAreAsManyAsOneLargeOne() {
    for (int i = 0; i < 10; i++) {
      assertThat(mass.did(out(ADA, 100), 1_000, HOUR)).isEmpty();
      clock.pass(Duration.ofMinutes(4));
    }
    assertThat(mass.did(out(ADA, 1), 1_000, HOUR)).hasValue(1_001);
    assertThat(mass.did(out(ADA, 5_000), 1_000, HOUR)).as("told once").isEmpty();
    assertThat(mass.did(out(BEN, 500), 1_000, HOUR)).as("each member by itself").isEmpty();
    assertThat(mass.did(new RecordsMoved(ADA, Way.ARCHIVED, 900), 1_000, HOUR))
        .as("each way by itself")
        .isEmpty();
  }

  @Test
  void whatIsOlderThanAnHourIsForgottenAndWhoBeginsAgainIsToldOfAgain() {
    assertThat(mass.did(out(ADA, 2_000), 1_000, HOUR)).hasValue(2_000);
    clock.pass(Duration.ofMinutes(61));
    assertThat(mass.did(out(ADA, 900), 1_000, HOUR)).isEmpty();
    clock.pass(Duration.ofMinutes(30));
    assertThat(mass.did(out(ADA, 900), 1_000, HOUR)).hasValue(1_800);
  }

  @Test
  void theWindowMayBeSetWhileItGoesOn() {
    assertThat(mass.did(out(ADA, 900), 1_000, HOUR)).isEmpty();
    clock.pass(Duration.ofMinutes(50));
    assertThat(mass.did(out(ADA, 10), 1_000, Duration.ofDays(1))).isEmpty();
    clock.pass(Duration.ofHours(10));
    assertThat(mass.did(out(ADA, 200), 1_000, Duration.ofDays(1))).hasValue(1_110);
    clock.pass(Duration.ofMinutes(6));
    assertThat(mass.did(out(ADA, 900), 1_000, Duration.ofMinutes(5))).isEmpty();
    assertThat(mass.did(out(ADA, 200), 1_000, Duration.ofMinutes(5))).hasValue(1_100);
  }

  @Test
  void countriesAreAsFarApartAsTheyAre() {
    assertThat(distances.between("FR", "DE").orElseThrow()).isLessThan(300);
    assertThat(distances.between("BR", "FR").orElseThrow()).isBetween(5_500.0, 8_500.0);
    assertThat(distances.between("NZ", "ES").orElseThrow()).isGreaterThan(15_000);
    assertThat(distances.between("SG", "SG").orElseThrow()).isZero();
    assertThat(distances.between("ZZ", "FR")).isEmpty();
    assertThat(distances.between("<b>", "FR")).isEmpty();
  }

  @Test
  void thresholdsOfMembersMayBeSet() {
    var settings = new EdgeSettings(Map.of(Limit.DETECT_TRAVEL, 300), java.util.Set.of());
    assertThat(settings.of(Limit.DETECT_TRAVEL)).isEqualTo(300);
    assertThat(EdgeSettings.USUAL.of(Limit.DETECT_TRAVEL)).isEqualTo(1_000);
  }
}
