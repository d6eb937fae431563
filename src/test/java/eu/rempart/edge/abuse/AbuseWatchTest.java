package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.traffic.TrafficLab;
import eu.rempart.shell.text.Catalogue;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.vault.event.SecurityEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AbuseWatchTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Addresses addresses = new Addresses();
  private final HandClock clock = new HandClock();
  private final GateLab lab = new GateLab(database, clock);
  private final AbuseLab abuse = new AbuseLab(lab);

  @BeforeEach
  void empty() {
    GateLab.empty(database);
    lab.policies.reload();
  }

  @ParameterizedTest
  @EnumSource(Detector.class)
  void eachKindOfAbuseIsSlowedThenBannedAndExplained(Detector detector) {
    Source source = addresses.ipv4("FR");
    sign(source, detector.sign(), 500);
    second();
    lab.policies.reload();
    assertThat(lab.admit(source)).isEqualTo(Verdict.SLOWED_BY_SUSPICION);
    clock.pass(Duration.ofSeconds(12));
    sign(source, detector.sign(), 500);
    second();
    lab.policies.reload();
    assertThat(lab.admit(source)).isEqualTo(Verdict.BANNED);

    Ban ban = banOf(source, Step.BANNED);
    assertThat(ban.cause()).isEqualTo(detector.cause());
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      assertThat(new Catalogue().getTranslation(ban.causeKey(), language, ban.causeArguments()))
          .isNotEqualTo(ban.causeKey())
          .containsPattern("[0-9]")
          .doesNotContain("{");
    }
    assertThat(abuse.events)
        .as("its neighbours are left alone")
        .extracting(SecurityEvent::kind)
        .containsExactly("edge.slowed", "edge.banned");
    assertThat(abuse.events.getLast().address()).isEqualTo(source.address().getHostAddress());
  }

  @Test
  void aSlowedFloodThatGoesOnIsBannedThoughItIsTurnedAwayAndOneThatStopsIsNot() {
    TrafficLab traffic = new TrafficLab(database, lab);
    Source stubborn = addresses.ipv4("BR");
    Source sorry = addresses.ipv4("BR");
    for (Source source : List.of(stubborn, sorry)) {
      sign(source, Sign.FULL_HANDSHAKE, 420);
    }
    second();
    lab.policies.reload();
    assertThat(lab.bans.latest(10)).extracting(Ban::step).containsOnly(Step.SLOWED);

    // from now on none of them gets a signature: the budget is for others
    for (int i = 0; i < 30; i++) {
      clock.pass(Duration.ofSeconds(1));
      for (int each = 0; each < 10; each++) {
        traffic.recorder.refused(stubborn.high(), stubborn.low(), Verdict.NO_HANDSHAKE_LEFT);
      }
      second();
    }
    assertThat(banOf(stubborn, Step.BANNED).cause()).isEqualTo("handshake-flood");
    assertThat(lab.bans.latest(10))
        .filteredOn(ban -> ban.network().contains(sorry.high(), sorry.low()))
        .extracting(Ban::step)
        .containsOnly(Step.SLOWED);
  }

  @Test
  void whoIsTurnedAwayForOthersSakeIsNotBlamed() {
    TrafficLab traffic = new TrafficLab(database, lab);
    Source office = addresses.ipv4("FR");
    for (int i = 0; i < 5_000; i++) {
      traffic.recorder.refused(office.high(), office.low(), Verdict.NO_HANDSHAKE_LEFT);
    }
    second();
    assertThat(lab.bans.latest(10)).isEmpty();
  }

  @Test
  void handshakesThatAreBegunAndLeftAreNamedAsSuch() {
    TrafficLab traffic = new TrafficLab(database, lab);
    Source source = addresses.ipv4("FR");
    for (int i = 0; i < 300; i++) {
      traffic.recorder.refused(source.high(), source.low(), Verdict.CLIENT_LEFT);
    }
    second();
    assertThat(banOf(source, Step.SLOWED).cause()).isEqualTo("unfinished-handshakes");
  }

  @Test
  void thresholdsAreWhatAdministratorsSet() {
    lab.rules.set(Limit.DETECT_SCAN, 200, database.member("ADMINISTRATOR"));
    lab.policies.reload();
    Source source = addresses.ipv4("FR");
    sign(source, Sign.MISSING, 150);
    second();
    assertThat(lab.bans.latest(10)).isEmpty();
    sign(source, Sign.MISSING, 60);
    second();
    assertThat(banOf(source, Step.SLOWED).cause()).isEqualTo("scan");
  }

  private void answer(Limit limit, Answer answer) {
    lab.rules.set(limit, answer, database.member("ADMINISTRATOR"));
    lab.policies.reload();
  }

  @Test
  void whatAdministratorsOnlyWatchIsToldNowAndThenAndHidesNothingElse() {
    answer(Limit.DETECT_SCAN, Answer.WATCH);
    Source source = addresses.ipv4("FR");
    for (int i = 0; i < 3; i++) {
      sign(source, Sign.MISSING, 100);
      second();
      clock.pass(Duration.ofSeconds(12));
    }
    assertThat(lab.bans.latest(10)).isEmpty();
    assertThat(abuse.events).hasSize(1);
    SecurityEvent told = abuse.events.getFirst();
    assertThat(told.kind()).isEqualTo("edge.suspected");
    assertThat(told.detail()).containsEntry("cause", "scan").containsKeys("network", "count");
    clock.pass(AbuseWatch.TOLD);
    sign(source, Sign.MISSING, 100);
    second();
    assertThat(abuse.events).hasSize(2);
    sign(source, Sign.MALFORMED, 100);
    second();
    assertThat(banOf(source, Step.SLOWED).cause()).isEqualTo("malformed");
  }

  @Test
  void whatAdministratorsHaveSlowedIsNeverBanned() {
    answer(Limit.DETECT_SCAN, Answer.SLOW);
    Source source = addresses.ipv4("FR");
    for (int i = 0; i < 5; i++) {
      sign(source, Sign.MISSING, 500);
      second();
      clock.pass(Duration.ofSeconds(12));
    }
    assertThat(lab.bans.latest(10)).extracting(Ban::step).containsOnly(Step.SLOWED);
    answer(Limit.DETECT_SCAN, Answer.BAN);
    sign(source, Sign.MISSING, 500);
    second();
    assertThat(banOf(source, Step.BANNED).cause()).isEqualTo("scan");
  }

  @ParameterizedTest
  @EnumSource(Detection.class)
  void everyKindOfDetectionHasANameAndSaysFromWhen(Detection detection) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN, Locale.of("nl"))) {
      for (String key : List.of("edge.detection.", "edge.detection.from.")) {
        assertThat(new Catalogue().getTranslation(key + detection.key(), language, "7", "90 min"))
            .isNotBlank()
            .doesNotContain(key)
            .doesNotContain("{");
      }
    }
    assertThat(detection.limit().key()).isEqualTo("detect." + detection.key());
    assertThat(detection.window(EdgeSettings.USUAL)).isPositive();
    assertThat(detection.events()).isNotEmpty();
  }

  @Test
  void whatEverybodyDoesNowAndThenIsNoAbuse() {
    Source office = addresses.ipv4("FR");
    for (int minute = 0; minute < 60; minute++) {
      sign(office, Sign.FULL_HANDSHAKE, 100);
      sign(office, Sign.MISSING, 10);
      sign(office, Sign.MALFORMED, 5);
      second();
      clock.pass(Duration.ofMinutes(1));
    }
    assertThat(lab.bans.latest(10)).isEmpty();
  }

  @Test
  void anOfficeWhoseBrowsersDoNotTrustTheCertificateYetIsNoAbuse() {
    Source office = addresses.ipv4("FR");
    TrafficLab traffic = new TrafficLab(database, lab);
    for (int i = 0; i < 150; i++) {
      traffic.recorder.refused(office.high(), office.low(), Verdict.CERTIFICATE_NOT_TRUSTED);
      traffic.recorder.refused(office.high(), office.low(), Verdict.CLIENT_LEFT);
    }
    second();

    assertThat(lab.bans.latest(10)).isEmpty();
  }

  @Test
  void anAdministratorsAddressIsNeverTouched() {
    Source signedInYesterday = addresses.ipv4("FR");
    lab.known(signedInYesterday, database.member("ADMINISTRATOR"));
    Source hereNow = addresses.ipv6("DE");
    abuse.presence.saw(hereNow.high(), hereNow.low(), true);

    for (Source source : List.of(signedInYesterday, hereNow)) {
      attack(source);
    }
    assertThat(lab.bans.latest(10)).isEmpty();
  }

  /** All of IPv4 lies in {@code ::/64}, mapped; {@code localhost} is {@code ::1} in browsers. */
  @Test
  void anAdministratorOnThisMachineShieldsNobodyElse() {
    Source here = new Source(0, 1);
    UUID administrator = database.member("ADMINISTRATOR");
    lab.known(here, administrator);
    lab.knownAs("::/64", administrator); // as it was noted once
    abuse.presence.saw(here.high(), here.low(), true);
    Source stranger = addresses.ipv4("BR");
    attack(stranger);

    assertThat(banOf(stranger, Step.BANNED).network().toString()).endsWith("/32");
    var policy = lab.policies.current();
    assertThat(policy.isKnown(here.high(), here.low(), clock.getAsLong())).isTrue();
    assertThat(policy.isKnown(stranger.high(), stranger.low(), clock.getAsLong())).isFalse();
  }

  /** What is answered at every failure comes first each time the pause is over. */
  @Test
  void whoIsOnlySlowedForOneThingIsBannedForAnother() {
    lab.rules.set(Limit.DETECT_STUFFING, Answer.SLOW, database.member("ADMINISTRATOR"));
    lab.policies.reload();
    Source source = addresses.ipv4("BR");
    for (int i = 0; i < 30; i++) {
      abuse.watch.signInFailed(source, "account" + i, null);
      sign(source, Sign.MISSING, 60);
      second();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(banOf(source, Step.BANNED).cause()).isEqualTo("scan");
  }

  @Test
  void whereMembersAreIsSlowedAndNeverBanned() {
    Source office = addresses.ipv4("FR");
    lab.known(office, database.member("MEMBER"));
    attack(office);
    attack(office);

    assertThat(lab.bans.latest(10)).extracting(Ban::step).containsOnly(Step.SLOWED);
  }

  @Test
  void allowedNetworksAndThisMachineAreFree() {
    Source source = addresses.ipv4("FR");
    Prefix around = Prefix.coarse(source.high(), source.low());
    lab.rules.allow(AllowedNetwork.of(around, "our probe", null), database.member("ADMINISTRATOR"));
    lab.policies.reload();
    attack(source);
    attack(Source.ofIpv4(0x7f00_0001));
    attack(new Source(0, 1));

    assertThat(lab.bans.latest(10)).isEmpty();
  }

  @Test
  void aNetworkFullOfSourcesIsAnsweredAsOne() {
    Source first = addresses.ipv4("FR");
    for (int i = 0; i < 256; i++) {
      sign(new Source(0, (first.low() & ~0xffL) | i), Sign.MISSING, 1);
    }
    second();

    assertThat(lab.bans.latest(10))
        .extracting(Ban::network)
        .containsExactly(Prefix.coarse(first.high(), first.low()));
  }

  private void attack(Source source) {
    for (Detector detector : Detector.values()) {
      sign(source, detector.sign(), 3_000);
      second();
      clock.pass(Duration.ofSeconds(12));
    }
  }

  private void sign(Source source, Sign sign, int times) {
    for (int i = 0; i < times; i++) {
      lab.sources.addresses().count(source.high(), source.low(), sign, clock.getAsLong());
      lab.sources.networks().count(source.high(), source.low(), sign, clock.getAsLong());
    }
  }

  private void second() {
    abuse.watch.second(List.of());
  }

  private Ban banOf(Source source, Step step) {
    return lab.bans.latest(100).stream()
        .filter(ban -> ban.network().contains(source.high(), source.low()) && ban.step() == step)
        .findFirst()
        .orElseThrow();
  }
}
