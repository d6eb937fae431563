package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which machines a database is on. */
class DatabaseHostsTest {

  private static DatabaseSettings at(String url) {
    return new DatabaseSettings(url, "FR", "owner", "secret", null);
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.example:5432/rempart, db.example",
    "jdbc:postgresql://db.example/rempart, db.example",
    "jdbc:postgresql://[fd00::2]:5432/rempart?sslmode=verify-full, fd00::2",
    "'jdbc:postgresql://a.example,b.example:5433/rempart', 'a.example b.example'",
    "jdbc:postgresql://db.example/rempart?PGHOST=far.example, far.example",
    "jdbc:postgresql:///rempart?PGHOST=far.example, far.example",
    "jdbc:postgresql:rempart, localhost"
  })
  void hostsOfTheAddressAreItsMachines(String url, String hosts) {
    assertThat(DatabaseHosts.of(at(url)))
        .allSatisfy(
            place -> {
              assertThat(place.kind()).isEqualTo(PlaceKind.DATABASE);
              assertThat(place.country()).isEqualTo("FR");
            })
        .extracting(DataPlace::host)
        .containsExactly(hosts.split(" "));
  }

  @Test
  void databaseOfThisMachineIsNoPlaceOfItsOwn() {
    assertThat(DatabaseHosts.of(at(""))).as("embedded").isEmpty();
    assertThat(DatabaseHosts.of(at("jdbc:postgresql:///rempart"))).isEmpty();
    assertThat(DatabaseHosts.of(at("jdbc:mysql://db.example/rempart"))).as("no driver").isEmpty();
  }
}
