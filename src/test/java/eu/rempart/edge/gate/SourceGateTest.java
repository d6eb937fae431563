package eu.rempart.edge.gate;

import static eu.rempart.tls.gate.Verdict.BANNED;
import static eu.rempart.tls.gate.Verdict.COUNTRY_REFUSED;
import static eu.rempart.tls.gate.Verdict.COUNTRY_TOO_FAST;
import static eu.rempart.tls.gate.Verdict.NO_HANDSHAKE_LEFT;
import static eu.rempart.tls.gate.Verdict.PASS;
import static eu.rempart.tls.gate.Verdict.SLOWED_BY_COUNTRY;
import static eu.rempart.tls.gate.Verdict.SLOWED_BY_SUSPICION;
import static eu.rempart.tls.gate.Verdict.TOO_FAST;
import static eu.rempart.tls.gate.Verdict.TOO_MANY_AT_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.limit.Prefix;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SourceGateTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Addresses addresses = new Addresses();
  private final HandClock clock = new HandClock();
  private final GateLab lab = new GateLab(database, clock);
  private UUID admin = UUID.randomUUID();

  @BeforeEach
  void empty() {
    GateLab.empty(database);
    admin = database.member("ADMINISTRATOR");
    lab.policies.reload();
  }

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
  void anAllowedNetworkIsNeverRefusedWhateverElseIsSaid() {
    Source source = addresses.ipv4("FR");
    Prefix around = Prefix.coarse(source.high(), source.low());
    lab.rules.set(Limit.AT_ONCE_ADDRESS, 4, admin);
    rule("FR", Treatment.REFUSED, 1, null);
    lab.bans.impose(around, new Place("FR"), Duration.ofHours(1), "by hand", admin);
    lab.rules.allow(AllowedNetwork.of(around, "our office", null), admin);
    lab.policies.reload();

    assertThat(verdicts(source, 500)).containsOnlyKeys(PASS);
    assertThat(lab.handshake(source, false, 1)).isEqualTo(PASS);
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
  void whereMembersSignedInFromIsServedWhenOthersAreNot() {
    lab.rules.set(Limit.PER_SECOND_COUNTRY, 1, admin);
    Source office = addresses.ipv4("FR");
    lab.known(office, database.member("MEMBER"));
    while (lab.admit(addresses.ipv4("FR")) == PASS) {
      // until the country comes too fast
    }
    assertThat(lab.admit(office)).isEqualTo(PASS);
    assertThat(lab.handshake(office, false, 1)).isEqualTo(PASS);
    assertThat(lab.handshake(addresses.ipv4("FR"), false, 0.95)).isEqualTo(NO_HANDSHAKE_LEFT);
    assertThat(lab.handshake(addresses.ipv4("FR"), true, 0.85)).isEqualTo(PASS);
    clock.pass(Duration.ofDays(31));
    lab.policies.reload();
    assertThat(lab.handshake(office, false, 1)).as("forgotten").isEqualTo(NO_HANDSHAKE_LEFT);
  }

  @Test
  void whoOffersTicketsButAlwaysCostsASignatureIsServedAsIfItHadNone() {
    Source source = addresses.ipv4("FR");
    assertThat(lab.handshake(source, true, 0.8)).isEqualTo(PASS);
    for (int i = 0; i < 40; i++) {
      lab.sources
          .addresses()
          .count(
              source.high(),
              source.low(),
              eu.rempart.edge.limit.Sign.FULL_HANDSHAKE,
              clock.getAsLong());
    }
    assertThat(lab.handshake(source, true, 0.8)).isEqualTo(NO_HANDSHAKE_LEFT);
  }

  @Test
  void suspectsAreServedLast() {
    Source source = addresses.ipv4("FR");
    Prefix network = Prefix.fine(source.high(), source.low());
    lab.bans.escalate(network, new Place("FR"), "scan", Map.of());
    lab.policies.reload();

    assertThat(lab.admit(source)).isEqualTo(SLOWED_BY_SUSPICION);
    assertThat(lab.handshake(source, true, 0.2)).isEqualTo(SLOWED_BY_SUSPICION);
    assertThat(lab.handshake(source, true, 0.4)).isEqualTo(NO_HANDSHAKE_LEFT);
  }

  @Test
  void changesReachOtherNodesByThemselves() throws Exception {
    var changed = new java.util.concurrent.LinkedBlockingQueue<Boolean>();
    lab.policies.onChange(() -> changed.add(true));
    var listener = GateConfiguration.listening(database.appDataSource(), lab.policies);
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

  private void rule(
      String target,
      Treatment treatment,
      int factor,
      @org.jspecify.annotations.Nullable Instant expires) {
    lab.rules.save(
        CountryRule.of(RuleTarget.of(target), treatment, factor, "a reason", expires), admin);
    lab.policies.reload();
  }

  private Map<Object, Integer> verdicts(Source source, int times) {
    Map<Object, Integer> verdicts = new java.util.HashMap<>();
    for (int i = 0; i < times; i++) {
      verdicts.merge(lab.admit(source), 1, Integer::sum);
    }
    return verdicts;
  }
}
