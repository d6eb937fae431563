package eu.rempart.edge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an edge on a machine in front did reaches a node's counters. */
class EdgeReportsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Handshake FULL =
      new Handshake("TLSv1.3", "TLS_AES_256", "X25519MLKEM768", false, null, Duration.ofMillis(3));
  private static final Handshake RESUMED =
      new Handshake("TLSv1.2", "ECDHE", null, true, null, Duration.ofMillis(1));

  private final Addresses addresses = new Addresses();
  private final HandClock clock = new HandClock();
  private final GateLab lab = new GateLab(database, clock);
  private final TrafficLab traffic = new TrafficLab(database, lab);
  private final EdgeReports reports =
      new EdgeReports(traffic.recorder, traffic.counters, Addresses.PLACES, traffic.pulse::changed);
  private final Sources atTheEdge = Sources.usual();
  private final ReportLog log = new ReportLog(Addresses.PLACES, atTheEdge, clock);
  private final Source french = addresses.ipv4("FR");
  private final Source brazilian = addresses.ipv6("BR");

  private void refused(Source source, Verdict why, int times) {
    for (int i = 0; i < times; i++) {
      log.refused(source.high(), source.low(), why);
    }
  }

  private void report() {
    reports.take("CN=edge-1", log.drain(), false);
  }

  private Map<String, Long> counts(String place) {
    return traffic.counters.drain().stream()
        .filter(count -> count.place().code().equals(place))
        .collect(Collectors.toMap(Count::what, Count::count));
  }

  @Test
  void refusalsHandshakesAndBytesAreCountedAsIfTheyHadBeenHere() {
    refused(french, Verdict.TOO_FAST, 12);
    refused(french, Verdict.BANNED, 2);
    log.shookHands(french.high(), french.low(), FULL);
    log.shookHands(french.high(), french.low(), FULL);
    log.shookHands(french.high(), french.low(), RESUMED);
    log.closed(french.high(), french.low(), 1_000, 50_000);
    log.closed(french.high(), french.low(), 1, 1);
    report();

    assertThat(counts("FR"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("too-fast", 12L),
                Map.entry("banned", 2L),
                Map.entry("full-handshake", 2L),
                Map.entry("resumed-handshake", 1L),
                Map.entry("bytes-received", 1_001L),
                Map.entry("bytes-sent", 50_001L),
                Map.entry("protocol:TLSv1.3", 2L),
                Map.entry("protocol:TLSv1.2", 1L),
                Map.entry("cipher:TLS_AES_256", 2L),
                Map.entry("cipher:ECDHE", 1L),
                Map.entry("group:X25519MLKEM768", 2L),
                Map.entry("group:unknown", 1L)));
  }

  @Test
  void abuseIsNoticedWhereTheDatabaseIs() {
    refused(brazilian, Verdict.HELLO_MALFORMED, 40);
    report();

    long now = clock.getAsLong();
    assertThat(
            lab.sources.addresses().score(brazilian.high(), brazilian.low(), Sign.MALFORMED, now))
        .isGreaterThan(39);
    assertThat(traffic.events).isEmpty();
    refused(brazilian, Verdict.TOO_FAST, 3);
    report();
    traffic.refusals.tell();
    assertThat(traffic.events).singleElement().extracting("kind").isEqualTo("edge.source.refused");
  }

  @Test
  void nothingIsReportedTwiceAndNothingAtAllIsNothing() {
    refused(french, Verdict.TOO_FAST, 1);
    report();
    assertThat(counts("FR")).containsEntry("too-fast", 1L);

    assertThat(log.drain()).isEmpty();
  }

  @Test
  void aCopyIsShownHereAndWrittenElsewhere() {
    traffic.history.alsoShow(reports.copies());
    database.owner().execute("DELETE FROM edge_traffic");
    refused(brazilian, Verdict.TOO_FAST, 5);
    log.shookHands(brazilian.high(), brazilian.low(), FULL);
    log.closed(brazilian.high(), brazilian.low(), 10, 20);
    AtomicInteger told = new AtomicInteger();
    traffic.pulse.onBeat(told::incrementAndGet);
    reports.take("CN=edge-1", log.drain(), true);
    traffic.pulse.beat();
    traffic.history.flush();

    assertThat(told).as("who looks is told").hasValue(1);
    assertThat(traffic.history.minutesSince(clock.instant().minusSeconds(60)))
        .flatExtracting(sample -> sample.counts())
        .contains(
            new Count(new Place("BR"), "too-fast", 5),
            new Count(new Place("BR"), "full-handshake", 1),
            new Count(new Place("BR"), "protocol:TLSv1.3", 1),
            new Count(new Place("BR"), "bytes-sent", 20));
    assertThat(database.owner().fetchCount(DSL.table("edge_traffic"))).isZero();
    assertThat(traffic.counters.drain()).isEmpty();
  }

  @Test
  void aFloodOfSourcesIsToldByPlaceInBoundedSpace() {
    for (int i = 0; i < 30_000; i++) {
      refused(Source.ofIpv4(0x0100_0000L + i * 7L), Verdict.COUNTRY_TOO_FAST, 1);
    }
    byte[] report = log.drain();

    assertThat(report.length).isLessThan(1 << 20);
    reports.take("CN=edge-1", report, false);
    assertThat(
            traffic.counters.drain().stream()
                .filter(count -> count.what().equals("country-too-fast"))
                .mapToLong(Count::count)
                .sum())
        .isEqualTo(30_000);
  }

  @Test
  void theGateOfTheEdgeKnowsWhoseTicketsAreNone() {
    for (int i = 0; i < 30; i++) {
      log.shookHands(french.high(), french.low(), FULL);
    }
    assertThat(
            atTheEdge
                .addresses()
                .score(french.high(), french.low(), Sign.FULL_HANDSHAKE, clock.getAsLong()))
        .isGreaterThan(29);
  }

  @Test
  void whatIsNoReportIsNotCounted() {
    for (String wrong :
        List.of(
            "",
            "[]",
            "{}",
            "{\"refused\":[{\"high\":0,\"low\":1,\"why\":\"NO_SUCH\",\"count\":1}]}",
            "{\"refused\":[],\"unnamed\":[],\"shaken\":[],"
                + "\"moved\":[{\"place\":\"nowhere\",\"received\":1,\"sent\":1}]}")) {
      reports.take("CN=edge-1", wrong.getBytes(StandardCharsets.UTF_8), false);
    }
    assertThat(traffic.counters.drain()).isEmpty();
  }
}
