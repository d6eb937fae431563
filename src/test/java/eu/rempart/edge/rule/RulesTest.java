package eu.rempart.edge.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Prefix;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RulesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");

  private final Rules rules = RuleLab.rules(database);
  private UUID by = UUID.randomUUID();

  @BeforeEach
  void empty() {
    by = database.member("ADMINISTRATOR");
    database.owner().execute("DELETE FROM edge_rule");
    database.owner().execute("DELETE FROM edge_allowed");
    database.owner().execute("DELETE FROM edge_setting");
  }

  @Test
  void aRuleComesBackAsItWasSaved() {
    var rule = CountryRule.of(RuleTarget.of("BR"), Treatment.SLOWED, 10, "floods", LATER);
    assertThat(rules.save(rule, by)).isTrue();
    assertThat(
            rules.save(
                CountryRule.of(RuleTarget.of("europe"), Treatment.NORMAL, 1, "ours", null), by))
        .isTrue();

    CountryRule saved = rules.find(RuleTarget.of("BR")).orElseThrow();
    assertThat(saved.target()).isEqualTo(rule.target());
    assertThat(saved.treatment()).isEqualTo(Treatment.SLOWED);
    assertThat(saved.factor()).isEqualTo(10);
    assertThat(saved.reason()).isEqualTo("floods");
    assertThat(saved.expiresAt()).isEqualTo(LATER);
    assertThat(saved.changedBy()).isEqualTo(by);
    assertThat(rules.all()).extracting(each -> each.target().key()).containsExactly("BR", "europe");
  }

  @Test
  void whoSawAnOldVersionChangesNothing() {
    rules.save(CountryRule.of(RuleTarget.of("BR"), Treatment.REFUSED, 1, "first", null), by);
    CountryRule seen = rules.find(RuleTarget.of("BR")).orElseThrow();
    CountryRule mine = changed(seen, "mine");

    assertThat(rules.save(mine, by)).isTrue();
    assertThat(rules.save(changed(seen, "theirs"), by)).isFalse();
    assertThat(rules.remove(seen)).isFalse();
    assertThat(
            rules.save(CountryRule.of(RuleTarget.of("BR"), Treatment.NORMAL, 1, "two", null), by))
        .as("a country has one rule")
        .isFalse();
    assertThat(rules.all()).extracting(CountryRule::reason).containsExactly("mine");
    assertThat(rules.remove(rules.all().getFirst())).isTrue();
    assertThat(rules.all()).isEmpty();
  }

  @Test
  void rulesWithoutAReasonOrWithAFactorThatMakesNoSenseAreRefused() {
    RuleTarget target = RuleTarget.of("BR");
    assertThatThrownBy(() -> CountryRule.of(target, Treatment.REFUSED, 1, " ", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CountryRule.of(target, Treatment.SLOWED, 1, "why", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CountryRule.of(target, Treatment.REFUSED, 5, "why", null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RuleTarget.of("nowhere")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void networksComeAndGo() {
    var network =
        AllowedNetwork.of(Prefix.parse("2001:db8::/48").orElseThrow(), "our office", LATER);
    assertThat(rules.allow(network, by)).isTrue();
    assertThat(rules.allow(AllowedNetwork.of(network.network(), "again", null), by)).isFalse();

    AllowedNetwork saved = rules.allowed().getFirst();
    assertThat(saved.network()).isEqualTo(network.network());
    assertThat(saved.reason()).isEqualTo("our office");
    assertThat(saved.expiresAt()).isEqualTo(LATER);
    assertThat(saved.changedBy()).isEqualTo(by);
    assertThat(rules.disallow(saved)).isTrue();
    assertThat(rules.disallow(saved)).isFalse();
  }

  @Test
  void limitsAreUsualUntilTheyAreSetAndStayWithinTheirBounds() {
    assertThat(rules.settings()).isEqualTo(EdgeSettings.USUAL);
    rules.set(Limit.AT_ONCE_ADDRESS, 77, by);
    rules.set(Limit.PER_SECOND_ADDRESS, 0, by);
    rules.setHome(Set.of(new Place("FR"), new Place("BE")), by);
    database
        .owner()
        .execute("INSERT INTO edge_setting VALUES ('connections.at-once.network', 'x')");
    database.owner().execute("INSERT INTO edge_setting VALUES ('of-a-later-version', '1')");

    EdgeSettings settings = rules.settings();
    assertThat(settings.of(Limit.AT_ONCE_ADDRESS)).isEqualTo(77);
    assertThat(settings.of(Limit.PER_SECOND_ADDRESS)).isEqualTo(Limit.PER_SECOND_ADDRESS.least());
    assertThat(settings.of(Limit.AT_ONCE_NETWORK)).isEqualTo(Limit.AT_ONCE_NETWORK.usual());
    assertThat(settings.home()).containsExactlyInAnyOrder(new Place("FR"), new Place("BE"));
  }

  @Test
  void groupsShareAllPlacesAmongThemButTheUnknown() {
    Set<Place> home = Set.of(new Place("FR"), new Place("BR"));
    for (int i = 0; i < Place.COUNT; i++) {
      Place place = Place.of(i);
      int groups = 0;
      for (PlaceGroup group : PlaceGroup.values()) {
        groups += group.contains(place, home) ? 1 : 0;
      }
      assertThat(groups).as(place.code()).isEqualTo(place.equals(Place.UNKNOWN) ? 0 : 1);
    }
    assertThat(PlaceGroup.HOME.contains(new Place("BR"), home)).isTrue();
    assertThat(PlaceGroup.EUROPE.contains(new Place("CH"), home)).isTrue();
    assertThat(PlaceGroup.EUROPE.contains(new Place("FR"), home)).isFalse();
    assertThat(PlaceGroup.OTHERS.contains(new Place("US"), home)).isTrue();
  }

  private static CountryRule changed(CountryRule rule, String reason) {
    return new CountryRule(
        rule.id(),
        rule.version(),
        rule.target(),
        rule.treatment(),
        rule.factor(),
        reason,
        rule.expiresAt(),
        null,
        null);
  }
}
