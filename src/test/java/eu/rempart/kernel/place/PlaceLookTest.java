package eu.rempart.kernel.place;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.CountryCode;
import eu.rempart.kernel.place.DataPlaces.Judged;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Places that nothing is sent to while their addresses change. */
class PlaceLookTest {

  private static final String GERMAN = "192.0.2.49";
  private static final String AMERICAN = "192.0.2.1";

  private static final AddressCountries REGISTRIES =
      address ->
          Optional.of(
              CountryCode.of(address.equals(InetAddress.ofLiteral(AMERICAN)) ? "US" : "DE"));

  private final SeenPlaces seen = new SeenPlaces();
  private List<String> answer = List.of(GERMAN);
  private List<DataPlace> told = List.of(TestPlaces.place("gateway.example"));

  private InetAddress[] find(String host) throws IOException {
    if (answer.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return answer.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }

  private List<Judged> look(PlaceRules rules) {
    DataPlaces places = new DataPlaces(rules, seen, () -> List.of(() -> told), List::of);
    return new PlaceLook(places, rules, REGISTRIES, seen, this::find).now();
  }

  private Judged only(PlaceRules rules) {
    assertThat(look(rules)).hasSize(1);
    return look(rules).getFirst();
  }

  @Test
  void addressThatMovedIsFoundThoughNothingIsSent() {
    assertThat(only(TestPlaces.europe()).isElsewhere()).isFalse();
    answer = List.of(GERMAN, AMERICAN);
    Judged moved = only(TestPlaces.europe());
    assertThat(moved.isElsewhere()).isTrue();
    assertThat(moved.refusal()).as("marked, as long as it is not to be refused").isEmpty();
    assertThat(seen.registered(told.getFirst())).contains(CountryCode.of("US"));
    answer = List.of(GERMAN);
    assertThat(only(TestPlaces.europe()).isElsewhere()).as("it came back").isFalse();
    assertThat(seen.registered(told.getFirst())).contains(CountryCode.of("DE"));
  }

  @Test
  void addressThatMovedIsRefusedWhereRegistriesDecide() {
    PlaceRules strict = new PlaceRules(AllowedCountries.EUROPE, true, false);
    assertThat(only(strict).refusal()).isEmpty();
    answer = List.of(AMERICAN, GERMAN);
    assertThat(only(strict).refusal()).contains(PlaceRefusal.ELSEWHERE);
  }

  @Test
  void countryThatIsNotAllowedAnyMoreIsFound() {
    PlaceRules french = new PlaceRules(AllowedCountries.of(List.of("FR")), false, false);
    assertThat(only(french).refusal()).contains(PlaceRefusal.NOT_ALLOWED);
    answer = List.of();
    assertThat(only(french).refusal()).contains(PlaceRefusal.NOT_ALLOWED);
  }

  @Test
  void whatCarriesNoDataAndMembersMailboxesAreNotAskedFor() {
    told =
        List.of(
            DataPlace.ofScreen(PlaceKind.PROBE, "probe.example", null),
            DataPlace.ofScreen(PlaceKind.MAILBOX, "imap.example", null));
    assertThat(look(TestPlaces.europe())).isEmpty();
  }

  @Test
  void thisMachineIsInNoRegistry() {
    answer = List.of("127.0.0.1");
    told = List.of(DataPlace.ofScreen(PlaceKind.MAIL, "localhost", null));
    assertThat(only(new PlaceRules(AllowedCountries.EUROPE, true, false)).refusal()).isEmpty();
    answer = List.of(GERMAN);
    assertThat(only(TestPlaces.europe()).refusal())
        .as("a name of this machine that leads elsewhere")
        .contains(PlaceRefusal.NOT_DECLARED);
  }
}
