package eu.rempart.kernel.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.kernel.place.DataPlaces.Judged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All places together. */
class DataPlacesTest {

  private static DataPlaces of(DataPlace... places) {
    SettingPlaces settings = () -> List.of(places);
    return new DataPlaces(
        TestPlaces.europe(),
        new SeenPlaces(),
        () -> List.<PlaceSource>of(settings),
        () -> List.of(settings));
  }

  private static DataPlace server(String host, String country) {
    return new DataPlace(PlaceKind.SERVER, host, country, "site init --country");
  }

  private static Optional<Judged> find(DataPlaces places, PlaceKind kind) {
    return places.all().stream().filter(each -> each.place().kind() == kind).findFirst();
  }

  @Test
  void databaseOfASiteIsWhereTheSiteIs() throws Exception {
    DataPlace database =
        new DataPlace(PlaceKind.DATABASE, "10.0.0.2", null, "rempart.database.country");
    DataPlaces places = of(server("10.0.0.1", "FR"), server("10.0.0.2", "DE"), database);

    assertThat(places.requireThoseOfSettings())
        .filteredOn(place -> place.kind() == PlaceKind.DATABASE)
        .extracting(DataPlace::country)
        .containsExactly("DE");
    assertThatThrownBy(of(server("10.0.0.1", "FR"), database)::requireThoseOfSettings)
        .isInstanceOf(PlaceNotAllowedException.class)
        .hasMessageContaining("10.0.0.2");
  }

  @Test
  void whatIsOnThisMachineIsWhereItIs() {
    DataPlaces places =
        of(
            server("localhost", "FR"),
            new DataPlace(PlaceKind.MAIL, "127.0.0.1", null, "rempart.mail.country"));

    assertThat(find(places, PlaceKind.MAIL))
        .hasValueSatisfying(mail -> assertThat(mail.place().country()).isEqualTo("FR"));
  }

  @Test
  void whatIsSentElsewhereIsDeclaredByItself() {
    DataPlaces places =
        of(
            DataPlace.ofScreen(PlaceKind.SMS, "one.example", "FR"),
            DataPlace.ofScreen(PlaceKind.MAIL, "one.example", null),
            DataPlace.ofScreen(PlaceKind.WATCHED, "one.example", null));

    assertThat(find(places, PlaceKind.MAIL).flatMap(Judged::refusal))
        .as("as when mail is to go there")
        .contains(PlaceRefusal.NOT_DECLARED);
    assertThat(find(places, PlaceKind.WATCHED))
        .as("no more than a word on a page")
        .hasValueSatisfying(each -> assertThat(each.place().country()).isEqualTo("FR"));
  }

  @Test
  void placeThatGetsNothingIsNotUsed() {
    DataPlaces places =
        of(
            server("localhost", "FR"),
            DataPlace.ofScreen(PlaceKind.PUSH, "far.example", "US"),
            DataPlace.ofScreen(PlaceKind.PROBE, "tokyo.example", "JP"));

    assertThat(places.used())
        .extracting(DataPlace::kind)
        .containsExactly(PlaceKind.SERVER, PlaceKind.PROBE);
  }
}
