package eu.rempart.edge.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.limit.SourceWindow;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.vault.event.SecurityEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrafficTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Handshake FULL =
      new Handshake(
          "TLSv1.3", "TLS_AES_256_GCM_SHA384", "X25519MLKEM768", false, null, Duration.ofMillis(3));
  private static final Handshake RESUMED =
      new Handshake("TLSv1.2", "ECDHE", null, true, null, Duration.ofMillis(1));

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
  void whatCameIsCountedByPlaceReasonProtocolCipherAndGroup() {
    shakeHands(french, FULL);
    shakeHands(french, FULL);
    shakeHands(brazilian, RESUMED);
    refuse(brazilian, Verdict.TOO_FAST, 5);
    refuse(brazilian, Verdict.BANNED, 2);
    traffic.recorder.closed(french.high(), french.low(), 1_000, 50_000);
    traffic.write();

    TrafficSnapshot all = traffic.archive.since(Duration.ofHours(1));
    assertThat(all.byPlace(Measure.FULL_HANDSHAKE)).containsOnly(Map.entry(new Place("FR"), 2L));
    assertThat(all.total(Measure.FULL_HANDSHAKE, Measure.RESUMED_HANDSHAKE)).isEqualTo(3);
    assertThat(all.refusedByPlace()).containsOnly(Map.entry(new Place("BR"), 7L));
    assertThat(all.refusedByReason())
        .containsExactly(Map.entry(Measure.TOO_FAST, 5L), Map.entry(Measure.BANNED, 2L));
    assertThat(all.byName(Count.Kind.PROTOCOL))
        .containsExactly(Map.entry("TLSv1.2", 1L), Map.entry("TLSv1.3", 2L));
    assertThat(all.byName(Count.Kind.GROUP)).containsKeys("X25519MLKEM768", "unknown");
    assertThat(all.total(Measure.BYTES_SENT)).isEqualTo(50_000);
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void everyVerdictThatRefusesIsCountedAsItself(Verdict verdict) {
    if (verdict.refuses()) {
      refuse(french, verdict, 1);
      traffic.write();
      var counted = traffic.archive.since(Duration.ofHours(1));
      var measure = Measure.valueOf(verdict.name());
      assertThat(counted.total(measure)).isEqualTo(1);
      // whose browser thought better of it was refused nothing
      assertThat(counted.refusedByReason())
          .isEqualTo(verdict == Verdict.CLIENT_LEFT ? List.of() : List.of(Map.entry(measure, 1L)));
    } else {
      assertThat(Measure.values()).extracting(Enum::name).doesNotContain(verdict.name());
    }
  }

  @Test
  void whyAHandshakeFailedIsCountedInTheEnginesWords() {
    traffic.recorder.handshakeFailed(french.high(), french.low(), "NO_SHARED_CIPHER");
    traffic.recorder.handshakeFailed(french.high(), french.low(), "<script>alert(1)</script>");
    traffic.write();
    assertThat(traffic.archive.since(Duration.ofHours(1)).byName(Count.Kind.FAILURE))
        .containsOnly(
            Map.entry("NO_SHARED_CIPHER", 1L), Map.entry("<script>alert(1)</script>", 1L));
  }

  @Test
  void whatIsServedSlowlyIsCountedAsSuchBesideItsKind() {
    lab.rules.save(
        CountryRule.of(RuleTarget.of("BR"), Treatment.SLOWED, 10, "slow", null),
        database.member("ADMINISTRATOR"));
    lab.policies.reload();
    for (Source source : List.of(french, brazilian)) {
      traffic.recorder.request(source.high(), source.low(), Measure.REQUEST_PAGE);
      shakeHands(source, RESUMED);
    }
    traffic.write();
    TrafficSnapshot all = traffic.archive.since(Duration.ofHours(1));
    assertThat(all.total(Measure.REQUEST_PAGE)).isEqualTo(2);
    assertThat(all.byPlace(Measure.SLOWED_REQUEST, Measure.SLOWED_HANDSHAKE))
        .containsOnly(Map.entry(new Place("BR"), 2L));
  }

  @Test
  void aClockThatIsSetBackLosesNoCount() {
    shakeHands(french, FULL);
    traffic.history.sample();
    clock.set(clock.instant().minus(Duration.ofDays(30)));
    shakeHands(french, FULL);
    traffic.write();
    clock.set(clock.instant().plus(Duration.ofDays(60)));
    shakeHands(french, FULL);
    traffic.write();

    assertThat(traffic.archive.since(Duration.ofDays(400)).total(Measure.FULL_HANDSHAKE))
        .isEqualTo(3);
  }

  @Test
  void theBusiestSourcesAreKeptWithWhatTheyDidAndTheirPeaks() {
    lab.rules.set(Limit.AT_ONCE_ADDRESS, 4, database.member("ADMINISTRATOR"));
    lab.policies.reload();
    for (int i = 0; i < 6; i++) {
      if (lab.admit(french).refuses()) {
        refuse(french, Verdict.TOO_MANY_AT_ONCE, 1);
      }
    }
    traffic.recorder.request(french.high(), french.low(), Measure.REQUEST_PAGE);
    traffic.write();
    clock.pass(Duration.ofMinutes(5));
    traffic.write();

    assertThat(traffic.archive.sources(Duration.ofHours(1)))
        .containsExactly(
            new PlacedSource(
                new SourceWindow(Prefix.fine(french.high(), french.low()), 6, 2, 1, 4, 6),
                new Place("FR")));
  }

  @Test
  void oneEventTellsOfASourceThatIsRefusedAgainAndAgain() {
    refuse(brazilian, Verdict.TOO_FAST, 1_000);
    refuse(french, Verdict.HELLO_MALFORMED, 3);
    traffic.refusals.tell();
    assertThat(traffic.events).hasSize(1);
    SecurityEvent event = traffic.events.getFirst();
    assertThat(event.kind()).isEqualTo("edge.source.refused");
    assertThat(event.address()).isEqualTo(brazilian.address().getHostAddress());
    assertThat(event.detail()).containsEntry("place", "BR").containsEntry("why", "too-fast");
    clock.pass(Duration.ofMinutes(10));
    refuse(brazilian, Verdict.TOO_FAST, 1_000);
    traffic.refusals.tell();
    assertThat(traffic.events).hasSize(2);
  }

  @Test
  void ofManySourcesSomeAreNamedAndTheOthersCounted() {
    for (int i = 0; i < 500; i++) {
      refuse(addresses.ipv4("BR"), Verdict.TOO_FAST, 1);
    }
    traffic.refusals.tell();
    assertThat(traffic.events).hasSize(61);
    assertThat(traffic.events.getLast().kind()).isEqualTo("edge.sources.refused");
    assertThat(traffic.events.getLast().detail()).containsEntry("count", "440");
  }

  @Test
  void thoseWhoShowItAreToldAtMostOnceASecondAndOnlyOfChanges() {
    var told = new AtomicInteger();
    traffic.pulse.onBeat(
        () -> {
          throw new IllegalStateException("a screen that is gone");
        });
    Runnable unsubscribe = traffic.pulse.onBeat(told::incrementAndGet);
    traffic.pulse.beat();
    assertThat(told).hasValue(0);
    refuse(french, Verdict.TOO_FAST, 1_000);
    traffic.pulse.beat();
    traffic.pulse.changed();
    traffic.pulse.beat();
    assertThat(told).hasValue(2);
    unsubscribe.run();
    traffic.pulse.changed();
    traffic.pulse.beat();
    assertThat(told).hasValue(2);
  }

  @Test
  void theLastHourIsKeptByTheMinute() {
    for (int minute = 0; minute < 90; minute++) {
      shakeHands(french, FULL);
      traffic.history.sample();
      clock.pass(Duration.ofMinutes(1));
    }
    List<TrafficHistory.Sample> hour =
        traffic.history.minutesSince(clock.instant().minus(Duration.ofMinutes(30)));
    assertThat(hour).hasSize(30);
    assertThat(traffic.history.minutesSince(Instant.EPOCH)).hasSize(61);
    assertThat(hour.getFirst().counts()).contains(new Count(new Place("FR"), "full-handshake", 1));
  }

  @Test
  void namesThatPeersInventDoNotGrowTheCounters() {
    for (int i = 0; i < 20_000; i++) {
      shakeHands(
          french,
          new Handshake("TLSv1.3", "cipher" + i, "group", false, null, Duration.ofMillis(1)));
    }
    List<Count> counts = traffic.counters.drain();
    assertThat(counts).hasSizeLessThan(9_000);
    assertThat(counts).anyMatch(count -> count.what().equals("cipher:other"));
    assertThat(
            counts.stream()
                .filter(count -> count.what().startsWith("cipher:"))
                .mapToLong(Count::count)
                .sum())
        .isEqualTo(20_000);
  }

  @Test
  void fingerprintsAreCountedAndMadeUpOnesCrowdNothingOut() {
    for (int i = 0; i < 3; i++) {
      shakeHands(french, withFingerprint("t13d1516h2_8daaf6152771_b0da82dd1658"));
    }
    for (int i = 0; i < 20_000; i++) {
      shakeHands(french, withFingerprint("t13d0000h2_" + i));
    }
    shakeHands(
        french,
        new Handshake("TLSv1.3", "late cipher", "group", false, null, Duration.ofMillis(1)));

    List<Count> counts = traffic.counters.drain();
    List<Count> fingerprints =
        counts.stream().filter(count -> count.what().startsWith("ja4:")).toList();
    assertThat(fingerprints).hasSizeLessThan(300).extracting(Count::count).contains(3L);
    assertThat(fingerprints).anyMatch(count -> count.what().equals("ja4:other"));
    assertThat(fingerprints.stream().mapToLong(Count::count).sum()).isEqualTo(20_003);
    assertThat(counts).anyMatch(count -> count.what().equals("cipher:late cipher"));
  }

  private static Handshake withFingerprint(String ja4) {
    return new Handshake("TLSv1.3", "cipher", "group", false, ja4, Duration.ofMillis(1));
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
