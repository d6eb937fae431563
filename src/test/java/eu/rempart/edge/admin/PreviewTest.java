package eu.rempart.edge.admin;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.edge.admin.EdgeChange.Disallow;
import eu.rempart.edge.admin.EdgeChange.Impose;
import eu.rempart.edge.admin.EdgeChange.RemoveRule;
import eu.rempart.edge.admin.EdgeChange.SaveRule;
import eu.rempart.edge.admin.EdgeChange.SetHome;
import eu.rempart.edge.admin.EdgeChange.SetLimit;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a change before it is made. */
class PreviewTest extends AdministrationCase {

  private static final Handshake HANDSHAKE =
      new Handshake("TLSv1.3", "c", "g", false, null, Duration.ofMillis(3));

  @Test
  void thePreviewOfARuleCountsWhatCameFromThereInTheLastSevenDays() throws Exception {
    Source brazilian = addresses.ipv4("BR");
    come(brazilian, 30);
    traffic.recorder.request(brazilian.high(), brazilian.low(), Measure.SIGN_IN);
    come(mine, 5);
    traffic.write();
    clock.pass(Duration.ofDays(8));
    come(brazilian, 4);
    traffic.write();

    Preview week = preview(new SaveRule(rule("BR", Treatment.REFUSED)));
    assertThat(week.connections()).isEqualTo(4);
    assertThat(week.requests()).isEqualTo(4);
    assertThat(week.signIns()).isZero();
    clock.set(clock.instant().minus(Duration.ofDays(7)));
    Preview all = preview(new SaveRule(rule("others", Treatment.REFUSED)));
    assertThat(all.connections()).isEqualTo(34);
    assertThat(all.signIns()).isEqualTo(1);
    assertThat(all.byPlace()).containsExactly(Map.entry(new Place("BR"), 34L));
    assertThat(all.complete()).isTrue();
    lab.rules.save(rule("BR", Treatment.NORMAL), admin);
    assertThat(preview(new SaveRule(rule("others", Treatment.REFUSED))).connections())
        .as("a country with a rule of its own is not meant")
        .isZero();
  }

  @Test
  void thePreviewCountsWhatIsNotWrittenYetAndCountsItOnce() throws Exception {
    Source brazilian = addresses.ipv4("BR");
    come(brazilian, 30);
    traffic.write();
    come(brazilian, 15);
    traffic.sample();
    Preview now = preview(new SaveRule(rule("BR", Treatment.REFUSED)));
    assertThat(now.connections()).isEqualTo(45);
    assertThat(now.byPlace()).containsExactly(Map.entry(new Place("BR"), 45L));
    traffic.write();
    assertThat(preview(new SaveRule(rule("BR", Treatment.REFUSED))).connections()).isEqualTo(45);
  }

  @Test
  void thePreviewOfALimitOrABanNamesTheSourcesThatItWouldHaveMet() throws Exception {
    Source busy = addresses.ipv4("BR");
    for (int i = 0; i < 12; i++) {
      lab.admit(busy);
    }
    lab.admit(mine);
    traffic.write();

    Preview limit = preview(new SetLimit(Limit.AT_ONCE_ADDRESS, 10));
    assertThat(limit.sources()).hasSize(1);
    assertThat(limit.sources().getFirst().window().prefix())
        .isEqualTo(Prefix.fine(busy.high(), busy.low()));
    assertThat(limit.connections()).isEqualTo(12);
    assertThat(limit.complete()).isFalse();
    assertThat(preview(new SetLimit(Limit.AT_ONCE_ADDRESS, 12)).sources()).isEmpty();
    Preview ban = preview(new Impose(Prefix.coarse(mine.high(), mine.low()), Duration.ofDays(1)));
    assertThat(ban.sources()).hasSize(1);
    assertThat(ban.byPlace()).containsOnlyKeys(new Place("FR"));
  }

  @ParameterizedTest
  @CsvSource({
    "AT_ONCE_NETWORK, 16, 17, SUMS",
    "PER_SECOND_NETWORK, 16, 17, SUMS",
    "AT_ONCE_COUNTRY, 16, 17, SUMS",
    "PER_SECOND_COUNTRY, 1, 2, AVERAGES",
    "REQUESTS_SIGN_IN, 79, 80, AVERAGES",
  })
  void thePreviewOfALimitTellsAsMuchAsWasRecorded(
      Limit limit, int meets, int spares, Preview.Basis basis) throws Exception {
    Source first = addresses.ipv4("BR");
    Source second = new Source(0, first.low() ^ 1);
    for (int i = 0; i < 8; i++) {
      lab.admit(first);
      lab.admit(second);
    }
    lab.admit(second);
    come(first, 400);
    traffic.write();

    Preview met = preview(new SetLimit(limit, meets));
    assertThat(met.byPlace()).containsOnlyKeys(new Place("BR"));
    assertThat(met.connections()).isPositive();
    assertThat(met.basis()).isEqualTo(basis);
    Preview spared = preview(new SetLimit(limit, spares));
    assertThat(spared.byPlace()).isEmpty();
    assertThat(spared.connections()).isZero();
  }

  @Test
  void whatIsNoLimitForAnybodyRefusesNobody() throws Exception {
    assertThat(preview(new SetLimit(Limit.TRAFFIC_DAYS, 7)).basis())
        .isEqualTo(Preview.Basis.NOTHING);
  }

  @Test
  void thePreviewOfTakingARuleAwayTellsWhatTheGroupsRuleWouldDoThen() throws Exception {
    Source brazilian = addresses.ipv4("BR");
    come(brazilian, 4);
    come(mine, 5);
    traffic.write();
    CountryRule own = rule("BR", Treatment.NORMAL);
    lab.rules.save(own, admin);

    assertThat(preview(new RemoveRule(own)).connections()).isZero();
    lab.rules.save(rule("others", Treatment.REFUSED), admin);
    Preview after = preview(new RemoveRule(own));
    assertThat(after.connections()).isEqualTo(4);
    assertThat(after.requests()).isEqualTo(4);
    assertThat(after.byPlace()).containsExactly(Map.entry(new Place("BR"), 4L));
  }

  @Test
  void thePreviewOfAnotherHomeTellsWhomTheRulesOfGroupsWouldMeetThen() throws Exception {
    come(addresses.ipv4("BR"), 4);
    come(addresses.ipv4("US"), 3);
    come(mine, 5);
    traffic.write();
    lab.rules.setHome(Set.of(new Place("BR"), new Place("US")), admin);
    lab.rules.save(rule("others", Treatment.REFUSED), admin);
    lab.rules.save(rule("europe", Treatment.SECOND_FACTOR), admin);
    traffic.recorder.request(mine.high(), mine.low(), Measure.SIGN_IN);
    traffic.write();

    Preview one = preview(new SetHome(Set.of(new Place("BR"))));
    assertThat(one.byPlace()).containsExactly(Map.entry(new Place("US"), 3L));
    Preview none = preview(new SetHome(Set.of()));
    assertThat(none.connections()).isEqualTo(7);
    assertThat(preview(new SetHome(Set.of(new Place("BR"), new Place("US")))).byPlace()).isEmpty();
    Preview europe = preview(new SaveRule(rule("europe", Treatment.SECOND_FACTOR)));
    assertThat(europe.connections()).as("who is signed in goes on").isZero();
    assertThat(europe.requests()).isEqualTo(1);
  }

  @Test
  void thePreviewOfANetworkThatIsAllowedNoMoreTellsWhatItsCountrysRuleWouldDoThen()
      throws Exception {
    Source brazilian = addresses.ipv4("BR");
    AllowedNetwork allowed =
        AllowedNetwork.of(Prefix.fine(brazilian.high(), brazilian.low()), "a branch", null);
    lab.rules.allow(allowed, admin);
    lab.policies.reload();
    lab.admit(brazilian);
    lab.admit(mine);
    traffic.write();

    assertThat(preview(new Disallow(allowed)).sources()).isEmpty();
    lab.rules.save(rule("BR", Treatment.REFUSED), admin);
    Preview after = preview(new Disallow(allowed));
    assertThat(after.connections()).isEqualTo(1);
    assertThat(after.byPlace()).containsOnlyKeys(new Place("BR"));

    Prefix around = Prefix.coarse(brazilian.high(), brazilian.low());
    lab.rules.allow(AllowedNetwork.of(around, "its provider", null), admin);
    assertThat(preview(new Disallow(allowed)).sources()).as("the wider one still spares").isEmpty();
  }

  @Test
  void aRuleThatHasEndedSparesNoCountryFromTheRuleOfItsGroup() throws Exception {
    come(addresses.ipv4("BR"), 4);
    traffic.write();
    lab.rules.save(
        CountryRule.of(
            RuleTarget.of("BR"),
            Treatment.NORMAL,
            1,
            "a fair",
            clock.instant().plus(Duration.ofHours(1))),
        admin);

    assertThat(preview(new SaveRule(rule("others", Treatment.REFUSED))).connections()).isZero();
    clock.pass(Duration.ofHours(2));
    assertThat(preview(new SaveRule(rule("others", Treatment.REFUSED))).connections()).isEqualTo(4);
  }

  private void come(Source source, int times) {
    for (int i = 0; i < times; i++) {
      traffic.recorder.shookHands(source.high(), source.low(), HANDSHAKE);
      traffic.recorder.request(source.high(), source.low(), Measure.REQUEST_PAGE);
    }
  }

  private Preview preview(EdgeChange change) throws Exception {
    return as(Role.ADMINISTRATOR, () -> administration.preview(change));
  }
}
