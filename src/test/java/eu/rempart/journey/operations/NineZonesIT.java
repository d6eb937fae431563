package eu.rempart.journey.operations;

import static eu.rempart.journey.operations.WatchedZones.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * The product, and nine agents that watch it, each a process of its own behind ways of its own that
 * take their time, break connections by chance and can be cut: what the public reads meanwhile and
 * afterwards is right, to the check.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NineZonesIT {

  private static final List<String> ALL = Zone.USUAL.stream().map(Zone::code).toList();
  private static final List<String> FAR = List.of("HK", "NY", "TX");
  private static final List<String> WELL = List.of("DE", "BE", "RO", "IE");

  /**
   * Of what is said to home; a request is a few parts in each direction, and handshakes are more.
   */
  private static final double LOSSES = 0.03;

  private static final String OVER =
      "SELECT count(*) FROM watch_incident WHERE ended_at IS NOT NULL";

  private static WatchedZones zones;

  @BeforeAll
  static void start() throws Exception {
    zones = new WatchedZones();
    zones.begin();
    zones.lose(LOSSES);
  }

  @AfterAll
  static void stop() throws Exception {
    if (zones != null) {
      zones.end();
    }
  }

  /** Now and then: whoever asks all the time is slowed. */
  private static ConditionFactory soon() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1));
  }

  private static void let(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis()); // the ways are cut for so long
  }

  private static List<String> troubled() throws Exception {
    List<String> codes = new ArrayList<>();
    zones.front().get("troubleIn").forEach(code -> codes.add(code.asString()));
    return codes;
  }

  private static String state() throws Exception {
    return zones.front().get("state").asString();
  }

  private static long alarms(String source, String what, String state) throws Exception {
    return zones.count(
        "SELECT count(*) FROM alert_incident WHERE source = '%s' AND what = '%s' AND state %s 'RESOLVED'"
            .formatted(source, what, state));
  }

  /** One zone reaches home, and not what is watched; three reach nothing; a fifth joins them. */
  @Test
  @Order(1)
  void fourZonesAreTroubleThereAndFiveAreAnOutageThoughTheOthersAreWell() throws Exception {
    Instant begun = Instant.now();
    zones.target("BR").cut();
    zones.cut(FAR);
    soon().untilAsserted(() -> assertThat(troubled()).containsExactly("BR"));
    assertThat(state()).isEqualTo("UP");
    assertThat(zones.read("/status"))
        .contains("Everything is up; some places report trouble.", "Trouble in: Brazil");
    assertThat(zones.count("SELECT count(*) FROM watch_incident")).isZero();

    // what the three found meanwhile comes late; with it four of nine are no outage
    let(Duration.ofSeconds(6));
    zones.mendHome();
    soon().untilAsserted(() -> assertThat(troubled()).containsExactly("BR", "HK", "NY", "TX"));
    assertThat(state()).isEqualTo("UP");

    zones.target("FR").cut();
    soon().until(() -> state().equals("DOWN"));
    assertThat(zones.read("/status")).contains("One service is down.");
    soon().until(() -> alarms("watch", "watch-down", "<>") == 1);
    Instant mended = Instant.now();
    zones.mend();
    soon().until(() -> state().equals("UP"));
    for (String zone : List.of("BR", "FR", "HK", "NY", "TX")) {
      assertThat(zones.failures(zone, begun, mended)).as(zone).isGreaterThanOrEqualTo(2);
    }
    for (String zone : WELL) {
      assertThat(zones.failures(zone, begun, Instant.now())).as(zone).isZero();
    }
    assertThat(zones.count("SELECT count(*) FROM watch_incident")).isEqualTo(1);
    soon().until(() -> zones.allDelivered(mended));
    assertThat(zones.broken()).as("connections that broke by chance").isPositive();
  }

  @Test
  @Order(2)
  void theServerThatIsCutOffIsOneOutageOfThatTime() throws Exception {
    long before = zones.count(OVER);
    // whoever comes back last is to come back with the others
    zones.lose(0);
    Instant begun = Instant.now();
    zones.cut(ALL);
    let(Duration.ofSeconds(8));
    zones.agent("TX").killAndStart();
    let(Duration.ofSeconds(27));
    Instant mended = Instant.now();
    zones.mend();
    soon().until(() -> zones.count(OVER) == before + 1);
    assertThat(zones.moment("SELECT max(begun_at) FROM watch_incident"))
        .isBetween(begun, begun.plusSeconds(25));
    assertThat(zones.moment("SELECT max(ended_at) FROM watch_incident"))
        .isBetween(mended, mended.plusSeconds(30));
    soon().until(() -> zones.allDelivered(mended));
    assertThat(state()).isEqualTo("UP");

    // those found while it was cut off failed, and no other, but for what was under way
    assertThat(
            zones.count(
                "SELECT count(*) FROM watch_result WHERE failure IS NULL AND at BETWEEN '%s' AND '%s'"
                    .formatted(begun.plusSeconds(1), mended.minusSeconds(1))))
        .isZero();
    assertThat(
            zones.count(
                "SELECT count(*) FROM watch_result WHERE failure IS NOT NULL AND at > '%s'"
                    .formatted(mended.plusSeconds(1))))
        .isZero();
  }

  @Test
  @Order(3)
  void anAgentThatIsGoneIsAnIncident() {
    soon()
        .until(
            () ->
                zones.count(
                        "SELECT count(*) FROM alert_incident WHERE source = 'agents' AND what = 'agent-silent'"
                            + " AND label = '%s' AND severity = 'WARNING' AND state = 'OPEN'"
                                .formatted(WatchedZones.LEFT))
                    == 1);
    soon().until(() -> alarms("watch", "watch-down", "<>") == 0);
  }

  @Test
  @Order(4)
  void nothingIsLostOrTwiceAndThePublicReadsAllOfIt() throws Exception {
    zones.stopAgents();
    assertThat(zones.count("SELECT count(*) FROM watch_incident WHERE ended_at IS NULL")).isZero();
    // each result has a number of its agent: the latest is as many as there are
    assertThat(
            zones.count(
                """
                SELECT count(*) FROM watch_agent a WHERE a.state = 'ACTIVE' AND a.lost = 0
                  AND a.refused = 0 AND a.behind_from IS NULL AND a.zone <> '%s'
                  AND a.result = (SELECT count(*) FROM watch_result r WHERE r.zone = a.zone)
                """
                    .formatted(WatchedZones.LEFT)))
        .isEqualTo(9);
    soon()
        .until(
            () ->
                zones.front().get("checks").asLong()
                    == zones.count("SELECT count(*) FROM watch_result"));
    JsonNode front = zones.front();
    assertThat(front.get("outages").asLong()).isEqualTo(zones.count(OVER));
    assertThat(front.get("failedChecks").asLong())
        .isEqualTo(zones.count("SELECT count(*) FROM watch_result WHERE failure IS NOT NULL"));
    for (String zone : ALL) {
      JsonNode figures = front.get("zones").get(zone);
      String of = "SELECT count(*) FROM watch_result WHERE zone = '" + zone + "'";
      assertThat(figures.get("checks").asLong()).isEqualTo(zones.count(of));
      assertThat(figures.get("failedChecks").asLong())
          .isEqualTo(zones.count(of + " AND failure IS NOT NULL"));
    }
    assertThat(zones.errors()).isEmpty();
  }
}
