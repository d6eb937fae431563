package eu.rempart.edge.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Rights;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.admin.EdgeChange.Allow;
import eu.rempart.edge.admin.EdgeChange.Disallow;
import eu.rempart.edge.admin.EdgeChange.Impose;
import eu.rempart.edge.admin.EdgeChange.Lift;
import eu.rempart.edge.admin.EdgeChange.RemoveRule;
import eu.rempart.edge.admin.EdgeChange.SaveRule;
import eu.rempart.edge.admin.EdgeChange.SetHome;
import eu.rempart.edge.admin.EdgeChange.SetLeft;
import eu.rempart.edge.admin.EdgeChange.SetLimit;
import eu.rempart.edge.admin.Outcome.Done;
import eu.rempart.edge.admin.Outcome.Stale;
import eu.rempart.edge.admin.Outcome.WouldShutOut;
import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.gate.Addresses;
import eu.rempart.edge.gate.GateLab;
import eu.rempart.edge.gate.PolicyPreviews;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.edge.traffic.Measure;
import eu.rempart.edge.traffic.TrafficLab;
import eu.rempart.tls.gate.Handshake;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EdgeAdministrationTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Handshake HANDSHAKE =
      new Handshake("TLSv1.3", "c", "g", false, null, Duration.ofMillis(3));

  private final Addresses addresses = new Addresses();
  private final HandClock clock = new HandClock();
  private final GateLab lab = new GateLab(database, clock);
  private final TrafficLab traffic = new TrafficLab(database, lab);
  private final CurrentMember current = new CurrentMember();
  private final UUID admin = database().member("ADMINISTRATOR");
  private final EdgeAdministration administration =
      new EdgeAdministration(
          lab.rules,
          lab.bans,
          Addresses.PLACES,
          lab.policies,
          new LedgerQueries(database.app()),
          new Previews(traffic.archive, lab.rules),
          new Door(lab.rules, PolicyPreviews.of(lab)),
          database.writes(admin),
          new Rights(current),
          current);
  private final Source mine = addresses.ipv4("FR");
  private final String myAddress = mine.address().getHostAddress();

  private static TestDatabase database() {
    return database;
  }

  @BeforeEach
  void empty() {
    GateLab.empty(database);
    database.owner().execute("DELETE FROM edge_traffic");
    database.owner().execute("DELETE FROM edge_source");
    lab.policies.reload();
  }

  @ParameterizedTest
  @EnumSource(names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
  void nobodyButAdministratorsSeesOrChangesAnything(Role role) {
    EdgeChange change = new SetLimit(Limit.AT_ONCE_ADDRESS, 10);
    for (Callable<?> call :
        java.util.List.<Callable<?>>of(
            administration::rules,
            administration::allowed,
            administration::settings,
            administration::bans,
            administration::formerBans,
            () -> administration.preview(change),
            () -> administration.change(change, myAddress, "why"))) {
      assertThatThrownBy(() -> as(role, call)).isInstanceOf(NotPermittedException.class);
    }
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

    change(new SetLeft(ban, Duration.ofHours(2)), "less");
    assertThat(as(Role.ADMINISTRATOR, administration::bans).getFirst().left(clock.instant()))
        .isEqualTo(Duration.ofHours(2));
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

  private void come(Source source, int times) {
    for (int i = 0; i < times; i++) {
      traffic.recorder.shookHands(source.high(), source.low(), HANDSHAKE);
      traffic.recorder.request(source.high(), source.low(), Measure.REQUEST_PAGE);
    }
  }

  private Preview preview(EdgeChange change) throws Exception {
    return as(Role.ADMINISTRATOR, () -> administration.preview(change));
  }

  private void change(EdgeChange change, String reason) throws Exception {
    assertThat(as(Role.ADMINISTRATOR, () -> administration.change(change, myAddress, reason)))
        .isEqualTo(new Done());
  }

  private <T> T as(Role role, Callable<T> work) throws Exception {
    return current.callAs(new SignedInMember(admin, role, UUID.randomUUID(), null), work);
  }

  private static Record ledger() {
    return java.util.Objects.requireNonNull(
        database.owner().fetchOne("SELECT * FROM ledger ORDER BY seq DESC LIMIT 1"));
  }

  private static long rows() {
    return database.owner().fetchCount(org.jooq.impl.DSL.table("ledger"));
  }

  private static CountryRule rule(String target, Treatment treatment) {
    return CountryRule.of(RuleTarget.of(target), treatment, 1, "as said", null);
  }
}
