package eu.rempart.edge.gate;

import static eu.rempart.tls.gate.Verdict.BANNED;
import static eu.rempart.tls.gate.Verdict.COUNTRY_REFUSED;
import static eu.rempart.tls.gate.Verdict.COUNTRY_TOO_FAST;
import static eu.rempart.tls.gate.Verdict.NO_HANDSHAKE_LEFT;
import static eu.rempart.tls.gate.Verdict.PASS;
import static eu.rempart.tls.gate.Verdict.PREFERRED;
import static eu.rempart.tls.gate.Verdict.SLOWED_BY_COUNTRY;
import static eu.rempart.tls.gate.Verdict.TOO_FAST;
import static eu.rempart.tls.gate.Verdict.TOO_MANY_AT_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceGateTest extends WithGate {

  @Test
  void withoutARuleNoCountryIsRefused() {
    for (String country : List.of("FR", "DE", "US", "BR", "CN", "RU", "ZA", "ZZ")) {
      assertThat(lab.admit(addresses.ipv4(country))).as(country).isEqualTo(PASS);
    }
    assertThat(lab.admit(addresses.ipv6("DE"))).isEqualTo(PASS);
  }

  @Test
  void aCountryIsRefusedInBothFamiliesAndOthersAreNot() {
    rule("FR", Treatment.REFUSED, 1, null);

    assertThat(lab.admit(addresses.ipv4("FR"))).isEqualTo(COUNTRY_REFUSED);
    assertThat(lab.admit(addresses.ipv6("FR"))).isEqualTo(COUNTRY_REFUSED);
    assertThat(lab.admit(addresses.ipv4("BE"))).isEqualTo(PASS);
    assertThat(lab.admit(addresses.ipv4("ZZ"))).isEqualTo(PASS);
  }

  @Test
  void theUnknownPlaceHasARuleOfItsOwnAndBelongsToNoGroup() {
    rule("others", Treatment.REFUSED, 1, null);
    assertThat(lab.admit(addresses.ipv4("ZZ"))).isEqualTo(PASS);
    assertThat(lab.admit(addresses.ipv4("US"))).isEqualTo(COUNTRY_REFUSED);
    assertThat(lab.admit(addresses.ipv4("FR"))).isEqualTo(PASS);
    rule("ZZ", Treatment.REFUSED, 1, null);
    assertThat(lab.admit(addresses.ipv4("ZZ"))).isEqualTo(COUNTRY_REFUSED);
  }

  @Test
  void theRuleOfACountryGoesBeforeItsGroups() {
    lab.rules.setHome(Set.of(new Place("BR")), admin);
    rule("others", Treatment.REFUSED, 1, null);
    rule("US", Treatment.NORMAL, 1, null);

    assertThat(lab.admit(addresses.ipv4("US"))).isEqualTo(PASS);
    assertThat(lab.admit(addresses.ipv4("BR"))).as("home").isEqualTo(PASS);
    assertThat(lab.admit(addresses.ipv4("CN"))).isEqualTo(COUNTRY_REFUSED);
  }

  /** All of IPv4 lies in {@code ::/64}, mapped: noted once for what came by {@code ::1}. */
  @Test
  void whatWasNotedForThisMachineNeitherBansNorFreesEverybody() {
    lab.bans.impose(Prefix.of("::/64"), new Place("ZZ"), Duration.ofHours(1), "here", admin);
    lab.policies.reload();
    assertThat(lab.admit(addresses.ipv4("FR"))).isEqualTo(PASS);

    lab.rules.allow(AllowedNetwork.of(Prefix.of("::/48"), "here", null), admin);
    rule("FR", Treatment.REFUSED, 1, null);
    assertThat(lab.admit(addresses.ipv4("FR"))).isEqualTo(COUNTRY_REFUSED);
    assertThat(lab.policies.current().overlapsAllowed(Prefix.of("203.0.113.0/24"))).isFalse();
  }

  @Test
  void aRuleEndsWhenItExpires() {
    rule("FR", Treatment.REFUSED, 1, clock.instant().plus(Duration.ofMinutes(5)));
    assertThat(lab.admit(addresses.ipv4("FR"))).isEqualTo(COUNTRY_REFUSED);
    clock.pass(Duration.ofMinutes(5));
    lab.policies.reload();
    assertThat(lab.admit(addresses.ipv4("FR"))).isEqualTo(PASS);
  }

  @Test
  void aSlowedCountryIsServedAfterTheOthersAndWithAFractionOfTheLimits() {
    lab.rules.set(Limit.AT_ONCE_ADDRESS, 40, admin);
    rule("FR", Treatment.SLOWED, 10, null);
    Source source = addresses.ipv4("FR");

    assertThat(verdicts(source, 5))
        .containsOnly(Map.entry(SLOWED_BY_COUNTRY, 4), Map.entry(TOO_MANY_AT_ONCE, 1));
    assertThat(lab.handshake(addresses.ipv4("FR"), false, 0.4)).isEqualTo(SLOWED_BY_COUNTRY);
    assertThat(lab.handshake(addresses.ipv4("FR"), false, 0.6)).isEqualTo(NO_HANDSHAKE_LEFT);
    assertThat(lab.handshake(addresses.ipv4("BE"), false, 0.6)).isEqualTo(PASS);
  }

  @Test
  void aBanEndsByItselfWhateverTheClockOnTheWallDoes() {
    Source source = addresses.ipv4("FR");
    Prefix network = Prefix.fine(source.high(), source.low());
    lab.bans.impose(network, new Place("FR"), Duration.ofHours(1), "by hand", admin);
    lab.policies.reload();

    assertThat(lab.admit(source)).isEqualTo(BANNED);
    clock.set(clock.instant().minus(Duration.ofDays(300)));
    lab.policies.reload();
    clock.pass(Duration.ofMinutes(59));
    assertThat(lab.admit(source)).isEqualTo(BANNED);
    clock.pass(Duration.ofMinutes(2));
    assertThat(lab.admit(source)).isEqualTo(PASS);
  }

  @Test
  void openConnectionsAreJudgedByBansAndCountriesAndNotByLimits() {
    Source french = addresses.ipv4("FR");
    Source german = addresses.ipv6("DE");
    Source free = addresses.ipv4("FR");
    lab.rules.set(Limit.AT_ONCE_ADDRESS, 4, admin);
    lab.rules.allow(
        AllowedNetwork.of(Prefix.fine(free.high(), free.low()), "an office", null), admin);
    rule("FR", Treatment.REFUSED, 1, null);
    lab.bans.impose(
        Prefix.fine(german.high(), german.low()),
        new Place("DE"),
        Duration.ofHours(1),
        "why",
        admin);
    lab.policies.reload();

    assertThat(lab.gate.review(french.high(), french.low())).isEqualTo(COUNTRY_REFUSED);
    assertThat(lab.gate.review(german.high(), german.low())).isEqualTo(BANNED);
    assertThat(lab.gate.review(free.high(), free.low())).isEqualTo(PASS);
    Source belgian = addresses.ipv4("BE");
    for (int i = 0; i < 10; i++) {
      assertThat(lab.gate.review(belgian.high(), belgian.low())).isEqualTo(PASS);
    }
    assertThat(lab.gate.atOnce(new Place("BE"))).as("nothing is counted").isZero();
    clock.pass(Duration.ofHours(2));
    assertThat(lab.gate.review(german.high(), german.low())).as("over").isEqualTo(PASS);
  }

  @Test
  void anAllowedNetworkIsNeverRefusedWhateverElseIsSaid() {
    Source source = addresses.ipv4("FR");
    Prefix around = Prefix.coarse(source.high(), source.low());
    lab.rules.set(Limit.AT_ONCE_ADDRESS, 4, admin);
    rule("FR", Treatment.REFUSED, 1, null);
    lab.bans.impose(around, new Place("FR"), Duration.ofHours(1), "by hand", admin);
    lab.rules.allow(AllowedNetwork.of(around, "our office", null), admin);
    lab.policies.reload();

    assertThat(verdicts(source, 500)).containsOnlyKeys(PASS);
    assertThat(lab.handshake(source, false, 1)).isEqualTo(PREFERRED);
    assertThat(lab.admit(addresses.ipv4("FR"))).isEqualTo(COUNTRY_REFUSED);
  }

  @Test
  void connectionsAtOnceAreLimitedForTheAddressAndTheNetworkAroundIt() {
    lab.rules.set(Limit.AT_ONCE_ADDRESS, 10, admin);
    lab.rules.set(Limit.AT_ONCE_NETWORK, 25, admin);
    lab.policies.reload();
    Source first = addresses.ipv4("FR");
    List<Source> neighbours =
        IntStream.range(1, 4).mapToObj(i -> new Source(0, first.low() ^ i)).toList();

    assertThat(verdicts(first, 11))
        .containsOnly(Map.entry(PASS, 10), Map.entry(TOO_MANY_AT_ONCE, 1));
    assertThat(verdicts(neighbours.get(0), 10)).containsOnly(Map.entry(PASS, 10));
    assertThat(verdicts(neighbours.get(1), 10))
        .containsOnly(Map.entry(PASS, 5), Map.entry(TOO_MANY_AT_ONCE, 5));
    assertThat(lab.gate.atOnce(new Place("FR"))).isEqualTo(25);
    lab.ended(first);
    assertThat(lab.admit(neighbours.get(2))).isEqualTo(PASS);
    assertThat(lab.admit(neighbours.get(2))).isEqualTo(TOO_MANY_AT_ONCE);
  }

  @Test
  void newConnectionsAreLimitedBySecondAndTheRefusedOnesAreNotCountedIn() {
    lab.rules.set(Limit.PER_SECOND_ADDRESS, 2, admin);
    lab.policies.reload();
    Source source = addresses.ipv6("DE");

    assertThat(verdicts(source, 13)).containsOnly(Map.entry(PASS, 10), Map.entry(TOO_FAST, 3));
    assertThat(lab.gate.atOnce(new Place("DE"))).isEqualTo(10);
    clock.pass(Duration.ofSeconds(1));
    assertThat(verdicts(source, 13)).containsOnly(Map.entry(PASS, 2), Map.entry(TOO_FAST, 11));
  }

  @Test
  void aCountryThatComesTooFastKeepsNoOtherOut() {
    lab.rules.set(Limit.PER_SECOND_COUNTRY, 2, admin);
    lab.policies.reload();

    Map<Object, Integer> verdicts = new java.util.HashMap<>();
    for (int i = 0; i < 20; i++) {
      verdicts.merge(lab.admit(addresses.ipv4("BR")), 1, Integer::sum);
    }
    assertThat(verdicts).containsOnly(Map.entry(PASS, 10), Map.entry(COUNTRY_TOO_FAST, 10));
    assertThat(lab.admit(addresses.ipv4("FR"))).isEqualTo(PASS);
  }

  @Test
  void changesReachOtherNodesByThemselves() throws Exception {
    var changed = new java.util.concurrent.LinkedBlockingQueue<Boolean>();
    lab.policies.onChange(() -> changed.add(true));
    var listener = GateConfiguration.listening(database.appDataSource(), lab.policies::reload);
    listener.start();
    try {
      assertThat(changed.poll(60, java.util.concurrent.TimeUnit.SECONDS)).isNotNull();
      Source source = addresses.ipv4("FR");
      assertThat(lab.admit(source)).isEqualTo(PASS);
      // what another node does
      new GateLab(database, clock)
          .rules.save(
              CountryRule.of(RuleTarget.of("FR"), Treatment.REFUSED, 1, "elsewhere", null), admin);
      assertThat(changed.poll(60, java.util.concurrent.TimeUnit.SECONDS)).isNotNull();
      assertThat(lab.admit(source)).isEqualTo(COUNTRY_REFUSED);
    } finally {
      listener.stop();
    }
  }
}
