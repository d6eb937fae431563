package eu.rempart.edge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.limit.SourceWindow;
import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Counts added up by five minutes, hours and days, by several nodes. */
class TrafficSumsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Handshake FULL =
      new Handshake(
          "TLSv1.3", "TLS_AES_256_GCM_SHA384", "X25519MLKEM768", false, null, Duration.ofMillis(3));

  private final Addresses addresses = new Addresses();
  private final HandClock clock = new HandClock();
  private final GateLab lab = new GateLab(database, clock);
  private final TrafficLab traffic = new TrafficLab(database, lab);
  private final Source french = addresses.ipv4("FR");
  private final Source brazilian = addresses.ipv4("BR");

  @BeforeEach
  void empty() {
    GateLab.empty(database);
    for (String table : List.of("edge_traffic", "edge_traffic_hour", "edge_traffic_day")) {
      database.owner().execute("DELETE FROM " + table);
    }
    database.owner().execute("DELETE FROM edge_source");
  }

  @Test
  void hoursAndDaysAreTheSumsOfTheirFiveMinutesHoweverTheyAreWritten() {
    for (int i = 0; i < 40; i++) {
      refuse(brazilian, Verdict.TOO_FAST, i);
      shakeHands(french, FULL);
      traffic.write();
      clock.pass(Duration.ofMinutes(17));
    }
    Instant since = clock.instant().minus(Duration.ofDays(1));
    for (Grain grain : Grain.values()) {
      var counted = new TrafficSnapshot(since, traffic.repository.sums(grain, since));
      assertThat(counted.total(Measure.TOO_FAST)).as(grain.name()).isEqualTo(780);
      assertThat(counted.byPlace(Measure.FULL_HANDSHAKE))
          .as(grain.name())
          .containsOnly(Map.entry(new Place("FR"), 40L));
      assertThat(counted.byName(Count.Kind.PROTOCOL)).containsEntry("TLSv1.3", 40L);
    }
  }

  @Test
  void longStretchesAreReadFromCoarseSums() {
    assertThat(Grain.of(Duration.ofHours(24))).isEqualTo(Grain.FIVE_MINUTES);
    assertThat(Grain.of(Duration.ofDays(7))).isEqualTo(Grain.HOUR);
    assertThat(Grain.of(Duration.ofDays(90))).isEqualTo(Grain.DAY);
  }

  @Test
  void whatIsOldIsForgottenInAllSums() {
    shakeHands(french, FULL);
    traffic.write();
    traffic.repository.forget(clock.instant().plus(Duration.ofDays(2)));
    for (Grain grain : Grain.values()) {
      assertThat(traffic.repository.sums(grain, Instant.EPOCH)).as(grain.name()).isEmpty();
    }
  }

  @Test
  void nodesAddUpAndNothingIsWrittenTwice() {
    var other = new TrafficLab(database, new GateLab(database, clock));
    for (int i = 0; i < 3; i++) {
      shakeHands(french, FULL);
      other.recorder.shookHands(french.high(), french.low(), FULL);
      traffic.write();
      other.write();
    }
    assertThat(traffic.archive.since(Duration.ofHours(1)).total(Measure.FULL_HANDSHAKE))
        .isEqualTo(6);
    assertThat(database.owner().fetchCount(org.jooq.impl.DSL.table("edge_traffic")))
        .as("one row for each place and measure")
        .isEqualTo(4);
  }

  @Test
  void fiveMinutesAreWrittenAtATimeAndAFloodOfConnectionsIsAHandfulOfRows() {
    for (int minute = 0; minute < 12; minute++) {
      refuse(brazilian, Verdict.TOO_FAST, 10_000);
      traffic.history.sample();
      clock.pass(Duration.ofMinutes(1));
    }
    traffic.write();
    var steps =
        traffic.repository.steps(
            Grain.FIVE_MINUTES, clock.instant().minus(Duration.ofHours(1)), Duration.ofMinutes(5));
    assertThat(steps).hasSize(3);
    assertThat(steps.values()).allMatch(counts -> counts.size() == 1);
    assertThat(traffic.archive.since(Duration.ofHours(1)).total(Measure.TOO_FAST))
        .isEqualTo(120_000);
  }

  @Test
  void aFloodOfDaysIsShownThoughItsSumIsMoreThanANumberHolds() {
    Prefix loud = Prefix.fine(french.high(), french.low());
    for (int i = 0; i < 3; i++) {
      traffic.repository.addSources(
          clock.instant(),
          List.of(
              new PlacedSource(
                  new SourceWindow(loud, 2_000_000_000, 2_000_000_000, 2_000_000_000, 4, 6),
                  new Place("FR"))));
      clock.pass(Duration.ofMinutes(5));
    }

    assertThat(traffic.archive.sources(Duration.ofHours(1)))
        .extracting(each -> each.window().connections())
        .containsExactly(Integer.MAX_VALUE);
    assertThat(traffic.archive.networks(Duration.ofHours(1)))
        .extracting(each -> each.window().refused())
        .containsExactly(Integer.MAX_VALUE);
  }

  @Test
  void oldAddressesLoseTheirLastPartAndOldCountsGo() {
    database
        .owner()
        .execute(
            "INSERT INTO security_event (id, at, kind, severity, address) VALUES"
                + " (gen_random_uuid(), now() - interval '200 days', 'old4', 'INFO',"
                + " '203.0.113.77'), (gen_random_uuid(), now() - interval '200 days', 'old6',"
                + " 'INFO', '2001:db8:1:2::7'), (gen_random_uuid(), now(), 'new', 'INFO',"
                + " '203.0.113.77')");
    Instant before = Instant.now().minus(Duration.ofDays(183));
    assertThat(traffic.repository.truncateAddresses(before)).isGreaterThanOrEqualTo(2);
    assertThat(traffic.repository.truncateAddresses(before)).as("done once").isZero();
    assertThat(
            database
                .owner()
                .fetch("SELECT kind, host(address) FROM security_event ORDER BY kind")
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, String.class)))
        .containsEntry("old4", "203.0.113.0")
        .containsEntry("old6", "2001:db8:1::")
        .containsEntry("new", "203.0.113.77");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> traffic.repository.truncateAddresses(Instant.now()))
        .hasMessageContaining("7 days at least");
  }

  private void shakeHands(Source source, Handshake handshake) {
    traffic.recorder.shookHands(source.high(), source.low(), handshake);
  }

  private void refuse(Source source, Verdict why, int times) {
    for (int i = 0; i < times; i++) {
      traffic.recorder.refused(source.high(), source.low(), why);
    }
  }
}
