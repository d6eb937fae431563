package eu.rempart.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.pool.LeaderFirst;
import eu.rempart.db.pool.RawSockets;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.kernel.place.PlaceNotAllowedException;
import eu.rempart.kernel.place.TestPlaces;
import java.net.InetAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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

  /** Refused before a packet leaves: nobody would answer there for minutes. */
  @Test
  void addressOfEachConnectionIsJudgedAndNotThatOfTheStartAlone() {
    DatabaseSettings settings = at("jdbc:postgresql://192.0.2.1:5432,[2001:db8::1]/rempart");
    RawSockets.judgedBy(
        DatabaseHosts.judge(
            DatabaseHosts.of(settings), TestPlaces.strictly("US", InetAddress::getAllByName)));
    try {
      for (String host : List.of("192.0.2.1", "[2001:db8::1]")) {
        OwnerAccess owner =
            new OwnerAccess("jdbc:postgresql://%s:5432/rempart".formatted(host), "owner", "secret");
        assertThatThrownBy(owner::connect)
            .isInstanceOf(SQLException.class)
            .hasRootCauseInstanceOf(PlaceNotAllowedException.class);
        LeaderFirst several =
            LeaderFirst.of(
                    "jdbc:postgresql://%s:5432,%s:5433/rempart".formatted(host, host),
                    "owner",
                    "secret",
                    Map.of())
                .orElseThrow();
        assertThatThrownBy(() -> several.getConnection("owner", "secret"))
            .hasRootCauseInstanceOf(PlaceNotAllowedException.class);
      }
    } finally {
      RawSockets.judgedBy((_, _) -> {});
    }
  }

  @Test
  void databaseOfThisMachineIsNoPlaceOfItsOwn() {
    assertThat(DatabaseHosts.of(at(""))).as("embedded").isEmpty();
    assertThat(DatabaseHosts.of(at("jdbc:postgresql:///rempart"))).isEmpty();
    assertThat(DatabaseHosts.of(at("jdbc:mysql://db.example/rempart"))).as("no driver").isEmpty();
  }
}
