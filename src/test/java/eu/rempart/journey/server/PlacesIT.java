package eu.rempart.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.cli.Shell.Outcome;
import eu.rempart.journey.Homes;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Installation.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged application connects to nobody before it knows that all places are allowed. */
class PlacesIT {

  private static final String HOST = "198.51.100.20";

  /** In a network of its own, whose counters it shows in the end. */
  private static final List<String> ALONE =
      List.of(
          "unshare",
          "--map-root-user",
          "--net",
          "sh",
          "-c",
          "ip link set lo up && ip address add %s/32 dev lo; \"$@\"; code=$?; %s; exit $code"
              .formatted(HOST, "grep ^Tcp: /proc/net/snmp"),
          "sh");

  private static Outcome start(String country, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.putAll(
        Map.of(
            "REMPART_PLACES_ALLOWED", "FR,DE",
            "REMPART_DATABASE_URL",
                "jdbc:postgresql://%s:5432/rempart?connectTimeout=2".formatted(HOST),
            "REMPART_DATABASE_USER", "owner",
            "REMPART_DATABASE_PASSWORD", "not-a-secret",
            "REMPART_DATABASE_COUNTRY", country));
    return Installation.refused(Homes.fresh("places"), new Settings(environment, List.of()), ALONE);
  }

  /** TCP connections that were begun. */
  private static long begun(Outcome outcome) {
    List<String[]> lines =
        outcome
            .output()
            .lines()
            .filter(line -> line.startsWith("Tcp:"))
            .map(l -> l.split(" "))
            .toList();
    int column = List.of(lines.getFirst()).indexOf("ActiveOpens");
    return Long.parseLong(lines.getLast()[column]);
  }

  @Test
  void databaseInAnotherCountryIsNotConnectedTo() {
    Outcome outcome = start("US", Map.of());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output() + outcome.complaints())
        .contains("place-not-allowed", HOST, "US", "DE, FR", "rempart.places.allowed")
        .doesNotContain("\tat ");
    assertThat(begun(outcome)).isZero();
  }

  @Test
  void otherPlaceOfTheSettingsKeepsTheDatabaseFromBeingConnectedTo() {
    Outcome outcome =
        start(
            "FR",
            Map.of("REMPART_MAIL_HOST", "mail.example", "REMPART_MAIL_FROM", "crm@firm.example"));

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output() + outcome.complaints())
        .contains("place-not-allowed", "mail.example", "rempart.mail.country");
    assertThat(begun(outcome)).isZero();
  }

  @Test
  void databaseInAnAllowedCountryIsConnectedTo() {
    Outcome outcome = start("FR", Map.of());

    assertThat(outcome.output() + outcome.complaints())
        .as("nobody listens there")
        .contains("rempart_app can't be prepared")
        .doesNotContain("place-not-allowed");
    assertThat(begun(outcome)).isPositive();
  }
}
