package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What accounts do that their members would hardly do. */
class MemberWatchTest {

  private final Distances distances = Distances.bundled();

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
