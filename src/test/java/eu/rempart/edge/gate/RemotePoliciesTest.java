package eu.rempart.edge.gate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.limit.SourceTable;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A node's rules on a machine in front, whose clock may tell another time. */
class RemotePoliciesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Addresses addresses = new Addresses();
  private final HandClock clock = new HandClock();
  private final HandClock elsewhere = new HandClock();
  private final GateLab node = new GateLab(database, clock);
  private final RemotePolicies remote = new RemotePolicies(elsewhere);
  private final SourceGate gate =
      remote.gate(
          Addresses.PLACES,
          new Sources(new SourceTable(4_096, 32, 64), new SourceTable(4_096, 24, 48)));
  private final UUID administrator = database.member("ADMINISTRATOR");
  private final Source french = addresses.ipv4("FR");

  @BeforeEach
  void empty() {
    GateLab.empty(database);
  }

  private void tell() {
    node.policies.reload();
    remote.take(node.policies.told());
  }

  private Verdict admit(Source source) {
    return gate.admit(source.high(), source.low());
  }

  private static Prefix prefix(Source source) {
    return Prefix.fine(source.high(), source.low());
  }

  private static RuleTarget place(String code) {
    return new RuleTarget.OfPlace(new Place(code));
  }

  @Test
  void beforeTheFirstWordEverybodyIsTreatedAsUsual() {
    assertThat(admit(french)).isEqualTo(Verdict.PASS);
    remote.passTime();
    assertThat(admit(french)).isEqualTo(Verdict.PASS);
  }

  @Test
  void bansRulesAllowedNetworksAndLimitsHoldThereToo() {
    Source brazilian = addresses.ipv4("BR");
    Source allowed = addresses.ipv4("BR");
    Source german = addresses.ipv6("DE");
    node.bans.impose(prefix(french), Place.UNKNOWN, Duration.ofHours(1), "scan", administrator);
    node.rules.save(
        CountryRule.of(place("BR"), Treatment.REFUSED, 1, "for the test", null), administrator);
    node.rules.save(
        CountryRule.of(place("DE"), Treatment.SLOWED, 7, "for the test", null), administrator);
    node.rules.allow(AllowedNetwork.of(prefix(allowed), "ours", null), administrator);
    node.rules.set(Limit.AT_ONCE_ADDRESS, 41, administrator);
    tell();

    assertThat(admit(french)).isEqualTo(Verdict.BANNED);
    assertThat(admit(brazilian)).isEqualTo(Verdict.COUNTRY_REFUSED);
    assertThat(admit(allowed)).isEqualTo(Verdict.PASS);
    assertThat(admit(german)).isEqualTo(Verdict.SLOWED_BY_COUNTRY);
    assertThat(remote.current().settings()).isEqualTo(node.policies.current().settings());
    assertThat(remote.current().factor(new Place("DE").index())).isEqualTo(7);
  }

  @Test
  void knownSourcesGoFirstThereToo() {
    node.known(french, administrator);
    tell();

    assertThat(gate.handshake(french.high(), french.low(), false, 0.99))
        .isEqualTo(Verdict.PREFERRED);
    Source other = addresses.ipv4("FR");
    assertThat(gate.handshake(other.high(), other.low(), false, 0.99))
        .isEqualTo(Verdict.NO_HANDSHAKE_LEFT);
  }

  @Test
  void aBanEndsInTimeWhileNodesAreAwayWhateverTheClockOnTheWallSays() {
    elsewhere.set(clock.instant().plus(Duration.ofDays(3)));
    node.bans.impose(prefix(french), Place.UNKNOWN, Duration.ofHours(1), "scan", administrator);
    tell();
    assertThat(admit(french)).isEqualTo(Verdict.BANNED);

    elsewhere.pass(Duration.ofMinutes(59));
    remote.passTime();
    assertThat(admit(french)).isEqualTo(Verdict.BANNED);
    elsewhere.pass(Duration.ofMinutes(2));
    remote.passTime();
    assertThat(admit(french)).isEqualTo(Verdict.PASS);
  }

  @Test
  void aRuleWithAnEndEndsWithoutAWord() {
    node.rules.save(
        CountryRule.of(
            place("FR"),
            Treatment.REFUSED,
            1,
            "for the test",
            clock.instant().plus(Duration.ofMinutes(10))),
        administrator);
    tell();
    assertThat(admit(french)).isEqualTo(Verdict.COUNTRY_REFUSED);

    elsewhere.pass(Duration.ofMinutes(11));
    remote.passTime();
    assertThat(admit(french)).isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsNoRulesChangesNothing() {
    node.bans.impose(prefix(french), Place.UNKNOWN, Duration.ofHours(1), "scan", administrator);
    tell();
    for (String wrong : new String[] {"", "{}", "[1]", "no json", "{\"now\":1,\"rules\":[{}]}"}) {
      remote.take(wrong.getBytes(StandardCharsets.UTF_8));
      assertThat(admit(french)).as(wrong).isEqualTo(Verdict.BANNED);
    }
  }

  @Test
  void limitsThatAnEdgeOfBeforeDoesNotKnowTakeNothingFromIt() {
    node.bans.impose(prefix(french), Place.UNKNOWN, Duration.ofHours(1), "scan", administrator);
    node.rules.set(Limit.AT_ONCE_ADDRESS, 41, administrator);
    node.rules.set(Limit.WINDOW_MASS, 90, administrator);
    node.rules.set(Limit.DETECT_SCAN, 90, administrator);
    node.policies.reload();
    String told = new String(node.policies.told(), StandardCharsets.UTF_8);
    assertThat(told).doesNotContain("WINDOW_MASS", "DETECT_SCAN").contains("AT_ONCE_ADDRESS");

    String newer = told.replace("\"limits\":{", "\"limits\":{\"OF_A_LATER_VERSION\":7,");
    assertThat(newer).isNotEqualTo(told);
    remote.take(newer.getBytes(StandardCharsets.UTF_8));
    assertThat(admit(french)).isEqualTo(Verdict.BANNED);
    assertThat(remote.current().settings().limits())
        .containsExactly(Map.entry(Limit.AT_ONCE_ADDRESS, 41));
  }

  @Test
  void noReasonAndNoMemberLeavesTheNode() {
    node.bans.impose(
        prefix(french), Place.UNKNOWN, Duration.ofHours(1), "words of somebody", administrator);
    node.rules.allow(AllowedNetwork.of(prefix(french), "words of another", null), administrator);
    node.policies.reload();

    assertThat(new String(node.policies.told(), StandardCharsets.UTF_8))
        .contains(prefix(french).toString())
        .doesNotContain("words of", administrator.toString());
  }
}
