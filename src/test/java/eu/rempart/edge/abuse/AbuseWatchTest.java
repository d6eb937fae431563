package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.EdgeSettings;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one source, or a network, does that nobody does who works. */
class AbuseWatchTest extends WithAbuse {

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
}
