package eu.rempart.edge.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.common.proof.ProofPurpose;
import eu.rempart.edge.admin.EdgeChange.Allow;
import eu.rempart.edge.admin.EdgeChange.Disallow;
import eu.rempart.edge.admin.EdgeChange.Impose;
import eu.rempart.edge.admin.EdgeChange.Lift;
import eu.rempart.edge.admin.EdgeChange.Prolong;
import eu.rempart.edge.admin.EdgeChange.RemoveRule;
import eu.rempart.edge.admin.EdgeChange.SaveRule;
import eu.rempart.edge.admin.EdgeChange.SetHome;
import eu.rempart.edge.admin.EdgeChange.SetLimit;
import eu.rempart.edge.admin.Outcome.Done;
import eu.rempart.edge.admin.Outcome.Stale;
import eu.rempart.edge.admin.Outcome.WouldShutOut;
import eu.rempart.edge.admin.Outcome.WouldShutOutLater;
import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jooq.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EdgeAdministrationTest extends AdministrationCase {

  @ParameterizedTest
  @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
  void nobodyButAdministratorsSeesOrChangesAnything(Role role) {
    EdgeChange change = new SetLimit(Limit.AT_ONCE_ADDRESS, 10);
    for (Callable<?> call :
        java.util.List.<Callable<?>>of(
            administration::allowed,
            administration::formerBans,
            () -> administration.preview(change),
            () -> administration.change(change, myAddress, "why"))) {
      assertThatThrownBy(() -> as(role, call)).isInstanceOf(NotPermittedException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"ADMINISTRATOR", "ENGINEER"},
      mode = EnumSource.Mode.EXCLUDE)
  void onlyAdministratorsAndEngineersSeeWhatHoldsNow(Role role) throws Exception {
    for (Callable<?> call :
        java.util.List.<Callable<?>>of(
            administration::rules, administration::settings, administration::bans)) {
      assertThatThrownBy(() -> as(role, call)).isInstanceOf(NotPermittedException.class);
      assertThat(as(Role.ENGINEER, call)).isNotNull();
    }
  }

  @Test
  void rulesAndLimitsNeedFreshProofBansOfNetworksDoNot() throws Exception {
    Prefix loud = fine(addresses.ipv4("BR"));
    as(
        Role.ADMINISTRATOR,
        () -> administration.change(new Impose(loud, Duration.ofHours(1)), myAddress, "why"));
    assertThat(asked).isEmpty();

    as(
        Role.ADMINISTRATOR,
        () -> administration.change(new SetLimit(Limit.AT_ONCE_ADDRESS, 10), myAddress, "why"));
    assertThat(asked).containsExactly(ProofPurpose.SECURITY_RULES);
  }

  @Test
  void aNetworkThatWasSlowedAndIsBannedIsListedOnceAndFirst() throws Exception {
    Prefix loud = fine(addresses.ipv4("BR"));
    Prefix other = fine(addresses.ipv4("CN"));
    for (Prefix network : List.of(other, loud)) {
      lab.bans.escalate(network, new Place("ZZ"), "scan", Map.of("count", "50"));
      clock.pass(Duration.ofSeconds(12));
    }
    lab.bans.escalate(loud, new Place("ZZ"), "scan", Map.of("count", "90"));

    assertThat(as(Role.ENGINEER, administration::bans))
        .extracting(Ban::network, Ban::step)
        .containsExactly(tuple(loud, Step.BANNED), tuple(other, Step.SLOWED));
  }

  private static Prefix fine(Source source) {
    return Prefix.fine(source.high(), source.low());
  }

  @Test
  void whatWouldShutOutWhoeverDoesItSomeDayIsNotDoneEither() throws Exception {
    Instant friday = clock.instant().plus(Duration.ofDays(3));
    Prefix around = Prefix.coarse(mine.high(), mine.low());
    change(new Allow(AllowedNetwork.of(around, "until the move", friday)), "the office");
    SaveRule refused = new SaveRule(rule("FR", Treatment.REFUSED));
    assertThat(as(Role.ADMINISTRATOR, () -> administration.change(refused, myAddress, "why")))
        .as("lets in now, and not when the allowance ends")
        .isEqualTo(new WouldShutOutLater(myAddress, friday));
    assertThat(lab.rules.all()).isEmpty();

    change(
        new SaveRule(
            CountryRule.of(
                RuleTarget.of("FR"),
                Treatment.REFUSED,
                1,
                "over before the allowance is",
                friday.minus(Duration.ofDays(1)))),
        "a rule that ends first shuts nobody out");
    assertThat(lab.rules.all()).hasSize(1);
  }

  @Test
  void aBanThatLastsLongerThanWhatLetsItsMakerInIsNotDone() throws Exception {
    Instant evening = clock.instant().plus(Duration.ofHours(8));
    Prefix around = Prefix.coarse(mine.high(), mine.low());
    change(new Allow(AllowedNetwork.of(around, "until the evening", evening)), "the office");
    var tooLong = new Impose(around, Duration.ofDays(30));
    assertThat(as(Role.ADMINISTRATOR, () -> administration.change(tooLong, myAddress, "why")))
        .isEqualTo(new WouldShutOutLater(myAddress, evening));

    change(new Impose(around, Duration.ofHours(7)), "over before the allowance is");
    Ban ban = as(Role.ADMINISTRATOR, administration::bans).getFirst();
    change(new Prolong(ban, Duration.ofHours(8)), "it ends together with the allowance");
    var longer = new Prolong(ban, Duration.ofDays(7));
    assertThat(as(Role.ADMINISTRATOR, () -> administration.change(longer, myAddress, "why")))
        .isEqualTo(new WouldShutOutLater(myAddress, evening));
    assertThat(lab.admit(mine)).isEqualTo(Verdict.PASS);
  }

  @Test
  void aRuleWhoseEndWouldLeaveTheAdministratorToTheirGroupIsNotDone() throws Exception {
    Instant friday = clock.instant().plus(Duration.ofDays(3));
    change(
        new SaveRule(
            CountryRule.of(RuleTarget.of("FR"), Treatment.NORMAL, 1, "we are here", friday)),
        "France is fine");
    assertThat(
            as(
                Role.ADMINISTRATOR,
                () ->
                    administration.change(
                        new SaveRule(rule("europe", Treatment.REFUSED)), myAddress, "why")))
        .isEqualTo(new WouldShutOutLater(myAddress, friday));
  }

  @Test
  void everyChangeIsInForceAtOnceAndInTheLedgerWithWhoAndWhy() throws Exception {
    Source brazilian = addresses.ipv4("BR");
    change(new SaveRule(rule("BR", Treatment.REFUSED)), "floods since Monday");

    assertThat(lab.admit(brazilian)).isEqualTo(Verdict.COUNTRY_REFUSED);
    Record row = ledger();
    assertThat(row.get("kind")).isEqualTo("edge.rule.saved");
    assertThat(row.get("reason")).isEqualTo("floods since Monday");
    assertThat(row.get("member_id")).isEqualTo(admin);
    assertThat(row.get("detail").toString())
        .contains("\"target\":\"BR\"", "\"before\":\"none\"", "\"after\":\"REFUSED 1");

    change(new RemoveRule(lab.rules.all().getFirst()), "they stopped");
    assertThat(lab.admit(brazilian)).isEqualTo(Verdict.PASS);
    assertThat(ledger().get("kind")).isEqualTo("edge.rule.removed");

    change(new SetLimit(Limit.AT_ONCE_ADDRESS, 7), "a large office");
    assertThat(ledger().get("detail").toString())
        .contains("\"before\":\"400\"", "\"after\":\"7\"", "connections.at-once.address");
    change(new SetHome(Set.of(new Place("FR"))), "we are there");
    assertThat(ledger().get("kind")).isEqualTo("edge.home.set");
    assertThat(lab.policies.current().settings().home()).containsExactly(new Place("FR"));
  }

  @Test
  void bansByHandAreImposedChangedAndLifted() throws Exception {
    Source source = addresses.ipv4("BR");
    Prefix network = Prefix.coarse(source.high(), source.low());
    change(new Impose(network, Duration.ofDays(1)), "spam");
    Ban ban = as(Role.ADMINISTRATOR, administration::bans).getFirst();
    assertThat(lab.admit(source)).isEqualTo(Verdict.BANNED);
    assertThat(ban.reason()).isEqualTo("spam");
    assertThat(ban.imposedBy()).isEqualTo(admin);
    assertThat(ban.place()).isEqualTo(new Place("BR"));

    change(new Prolong(ban, Duration.ofHours(2)), "it is longer anyway");
    assertThat(as(Role.ADMINISTRATOR, administration::bans).getFirst().until())
        .isEqualTo(ban.until());
    change(new Prolong(ban, Duration.ofDays(7)), "longer");
    assertThat(as(Role.ADMINISTRATOR, administration::bans).getFirst().until())
        .isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    change(new Lift(ban), "a mistake");
    assertThat(lab.admit(source)).isEqualTo(Verdict.PASS);
    assertThat(ledger().get("reason")).isEqualTo("a mistake");
    long rows = rows();
    assertThat(as(Role.ADMINISTRATOR, () -> administration.change(new Lift(ban), myAddress, "x")))
        .isEqualTo(new Stale());
    assertThat(rows()).as("what was not done is not in the ledger").isEqualTo(rows);
    assertThatThrownBy(() -> change(new Impose(network, Duration.ofSeconds(59)), "short"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aChangeWithoutAReasonIsRefused() {
    assertThatThrownBy(() -> change(new SetLimit(Limit.AT_ONCE_ADDRESS, 7), "  "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(lab.rules.settings().limits()).isEmpty();
  }

  @Test
  void whatWouldShutOutWhoeverDoesItIsNotDone() throws Exception {
    Prefix around = Prefix.coarse(mine.high(), mine.low());
    long rows = rows();
    for (EdgeChange change :
        java.util.List.of(
            new SaveRule(rule("FR", Treatment.REFUSED)),
            new SaveRule(rule("FR", Treatment.SECOND_FACTOR)),
            new SaveRule(rule("europe", Treatment.REFUSED)),
            new Impose(around, Duration.ofHours(1)))) {
      assertThat(as(Role.ADMINISTRATOR, () -> administration.change(change, myAddress, "why")))
          .as(change.toString())
          .isEqualTo(new WouldShutOut(myAddress));
    }
    assertThat(rows()).isEqualTo(rows);
    assertThat(lab.admit(mine)).isEqualTo(Verdict.PASS);

    change(new Allow(AllowedNetwork.of(around, "our office", null)), "before we refuse France");
    change(new SaveRule(rule("FR", Treatment.REFUSED)), "now it can be done");
    assertThat(lab.admit(mine)).isEqualTo(Verdict.PASS);
    AllowedNetwork allowed = lab.rules.allowed().getFirst();
    assertThat(
            as(
                Role.ADMINISTRATOR,
                () -> administration.change(new Disallow(allowed), myAddress, "why")))
        .isEqualTo(new WouldShutOut(myAddress));
  }

  @Test
  void whoeverHasASecondFactorMayAskForOneAtHome() throws Exception {
    secondFactor = true;
    assertThat(
            as(
                Role.ADMINISTRATOR,
                () ->
                    administration.change(
                        new SaveRule(rule("FR", Treatment.SECOND_FACTOR)), myAddress, "why")))
        .isEqualTo(new Done());
  }

  @Test
  void anAdministratorWithIpv6OrOfNoCountryIsNotShutOutEither() throws Exception {
    Source german = addresses.ipv6("DE");
    var inThe64 = new Prefix(german.high(), german.low(), 64);
    String there = "[" + german.address().getHostAddress() + "]";
    for (EdgeChange change :
        java.util.List.of(
            new SaveRule(rule("DE", Treatment.REFUSED)),
            new SaveRule(rule("europe", Treatment.SECOND_FACTOR)),
            new Impose(inThe64, Duration.ofHours(1)),
            new Impose(Prefix.coarse(german.high(), german.low()), Duration.ofHours(1)))) {
      assertThat(as(Role.ADMINISTRATOR, () -> administration.change(change, there, "why")))
          .as(change.toString())
          .isEqualTo(new WouldShutOut(there));
    }
    var unknown = new SaveRule(rule("ZZ", Treatment.REFUSED));
    assertThat(as(Role.ADMINISTRATOR, () -> administration.change(unknown, "fd00::1", "why")))
        .isEqualTo(new WouldShutOut("fd00::1"));
    assertThat(as(Role.ADMINISTRATOR, () -> administration.change(unknown, there, "why")))
        .isEqualTo(new Done());
    var elsewhere = new Impose(new Prefix(german.high() ^ 1, 0, 64), Duration.ofHours(1));
    assertThat(as(Role.ADMINISTRATOR, () -> administration.change(elsewhere, there, "why")))
        .isEqualTo(new Done());
  }

  @Test
  void aGroupThatComesToHoldTheAdministratorsCountryIsNoticedToo() throws Exception {
    change(new SaveRule(rule("home", Treatment.REFUSED)), "odd, but nobody is home");
    assertThat(
            as(
                Role.ADMINISTRATOR,
                () ->
                    administration.change(
                        new SetHome(Set.of(new Place("FR"))), "[" + myAddress + "]", "why")))
        .isInstanceOf(WouldShutOut.class);
    change(new SaveRule(rule("FR", Treatment.NORMAL)), "France is never refused");
    change(new SetHome(Set.of(new Place("FR"))), "now it can be done");
    assertThat(
            as(
                Role.ADMINISTRATOR,
                () ->
                    administration.change(
                        new RemoveRule(lab.rules.find(RuleTarget.of("FR")).orElseThrow()),
                        myAddress,
                        "why")))
        .isInstanceOf(WouldShutOut.class);
  }

  private void change(EdgeChange change, String reason) throws Exception {
    assertThat(as(Role.ADMINISTRATOR, () -> administration.change(change, myAddress, reason)))
        .isEqualTo(new Done());
  }

  private static Record ledger() {
    return java.util.Objects.requireNonNull(
        database.owner().fetchOne("SELECT * FROM ledger ORDER BY seq DESC LIMIT 1"));
  }

  private static long rows() {
    return database.owner().fetchCount(org.jooq.impl.DSL.table("ledger"));
  }
}
