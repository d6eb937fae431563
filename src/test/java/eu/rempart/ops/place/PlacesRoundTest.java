package eu.rempart.ops.place;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.common.CountryCode;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.DataPlaces.Judged;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceRefusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of what the channels are told. */
class PlacesRoundTest {

  private static Judged judged(@Nullable PlaceRefusal refusal, @Nullable String registered) {
    return new Judged(
        DataPlace.ofScreen(PlaceKind.SMS, "gateway.example", "DE"),
        Optional.ofNullable(refusal),
        CountryCode.parse(registered));
  }

  private static AlertRequest only(Judged judged) {
    List<AlertRequest> requests = PlacesRound.requests(List.of(judged));
    assertThat(requests).hasSize(1);
    return requests.getFirst();
  }

  @Test
  void placeWhereItWasDeclaredIsNoIncident() {
    assertThat(PlacesRound.requests(List.of(judged(null, "DE"), judged(null, null)))).isEmpty();
  }

  @Test
  void addressElsewhereIsTheSameIncidentWhetherItIsRefusedOrNot() {
    AlertRequest marked = only(judged(null, "US"));
    assertThat(marked.what()).isEqualTo("place-elsewhere");
    assertThat(marked.facts()).containsExactly("gateway.example", "DE", "US");
    assertThat(only(judged(PlaceRefusal.ELSEWHERE, "US"))).isEqualTo(marked);
  }

  @Test
  void countryThatIsNotAllowedAnyMoreIsOneWhateverTheRegistriesSay() {
    AlertRequest refused = only(judged(PlaceRefusal.NOT_ALLOWED, "US"));
    assertThat(refused.what()).isEqualTo("place-not-allowed");
    assertThat(refused.facts()).containsExactly("gateway.example");
    assertThat(refused.key()).isEqualTo(only(judged(null, "US")).key());
  }
}
