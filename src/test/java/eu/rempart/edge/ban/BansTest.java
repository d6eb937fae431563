package eu.rempart.edge.ban;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.place.Place;
import eu.rempart.tls.gate.Prefix;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BansTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int networks;

  private final HandClock clock = new HandClock();
  private final Bans bans = BanLab.bans(database, clock);
  private final Prefix network = Prefix.parse("203.0.%d.0/24".formatted(networks++)).orElseThrow();

  @Test
  void aNetworkIsSlowedFirstAndBannedIfItGoesOn() {
    assertThat(escalate()).map(Ban::step).contains(Step.SLOWED);
    assertThat(escalate()).as("it is given time").isEmpty();
    clock.pass(Duration.ofSeconds(11));
    Ban ban = escalate().orElseThrow();
    assertThat(ban.step()).isEqualTo(Step.BANNED);
    assertThat(ban.left(clock.instant())).isEqualTo(Duration.ofMinutes(15));
    assertThat(escalate()).as("it is banned already").isEmpty();
  }

  @Test
  void eachBanIsFourTimesAsLongUpToAWeekUntilItIsForgiven() {
    escalate();
    clock.pass(Duration.ofSeconds(11));
    for (Duration expected :
        Stream.of("PT15M", "PT1H", "PT4H", "PT16H", "PT64H", "P7D", "P7D")
            .map(Duration::parse)
            .toList()) {
      Ban ban = escalate().orElseThrow();
      assertThat(ban.step()).isEqualTo(Step.BANNED);
      assertThat(ban.left(clock.instant())).isEqualTo(expected);
      clock.pass(expected);
    }
    clock.pass(Duration.ofDays(31));
    assertThat(escalate()).map(Ban::step).contains(Step.SLOWED);
  }

  @Test
  void whatAMemberLiftedDoesNotCountAgainstItLater() {
    escalate();
    clock.pass(Duration.ofSeconds(11));
    Ban ban = escalate().orElseThrow();
    var member = database.member("ADMINISTRATOR");

    assertThat(bans.lift(ban.id(), member, "our own probe")).isPresent();
    assertThat(bans.lift(ban.id(), member, "again")).as("it is over").isEmpty();
    assertThat(bans.active()).extracting(Ban::id).doesNotContain(ban.id());
    Ban lifted = find(ban);
    assertThat(lifted.lift()).isEqualTo(new Ban.Lift(clock.instant(), member, "our own probe"));
    clock.pass(Duration.ofMinutes(20));
    assertThat(escalate()).map(Ban::step).contains(Step.SLOWED);
  }

  /** There is a most of what gates are told: a machine that bans more than that is wrong. */
  @Test
  void veryManyShortBansSetNobodyFreeWhomAnAdministratorBanned() {
    var member = database.member("ADMINISTRATOR");
    Ban theirs = bans.impose(network, Place.UNKNOWN, Duration.ofDays(300), "a known thief", member);
    for (int i = 0; i < 5; i++) {
      Prefix other = Prefix.parse("198.51.100.%d".formatted(i)).orElseThrow();
      bans.slow(other, Place.UNKNOWN, "scan", Map.of("count", "9"));
    }
    var read = new BanRepository(database.app()).active(clock.instant(), 3);
    assertThat(read).extracting(Ban::id).contains(theirs.id());
    assertThat(read).isSortedAccordingTo(Comparator.comparing(Ban::until));
  }

  @Test
  void whatAMemberUndidIsNotDoneAgainInTheNextSecond() {
    var member = database.member("ADMINISTRATOR");
    Ban slowed = escalate().orElseThrow();
    clock.pass(Duration.ofSeconds(11));
    Ban ban = escalate().orElseThrow();

    bans.lift(ban.id(), member, "a customer");
    clock.pass(Duration.ofSeconds(11));
    assertThat(escalate()).as("slowed it is already").isEmpty();
    bans.lift(slowed.id(), member, "a customer");
    assertThat(escalate()).isEmpty();
    clock.pass(Duration.ofMinutes(11));
    assertThat(escalate()).as("goes on").map(Ban::step).contains(Step.SLOWED);
  }

  @Test
  void whatAMemberUndidIsDoneForSomethingElse() {
    var member = database.member("ADMINISTRATOR");
    Ban slowed = escalate().orElseThrow();
    bans.lift(slowed.id(), member, "a customer's scanner");
    assertThat(escalate()).as("for the same").isEmpty();
    assertThat(bans.escalate(network, new Place("BR"), "handshake-flood", Map.of()))
        .map(Ban::step)
        .contains(Step.SLOWED);
  }

  @Test
  void everythingAboutABanIsKept() {
    var member = database.member("ADMINISTRATOR");
    Ban byHand =
        bans.impose(network, new Place("BR"), Duration.ofDays(2), "spam from there", member);
    Ban byMachine =
        bans.escalate(
                Prefix.parse("2001:db8:" + networks + "::/48").orElseThrow(),
                Place.UNKNOWN,
                "scan",
                Map.of("count", "40", "minutes", "1"))
            .orElseThrow();

    assertThat(find(byHand)).isEqualTo(version(byHand));
    assertThat(find(byMachine)).isEqualTo(version(byMachine));
    assertThat(bans.prolong(byHand.id(), Duration.ofDays(9))).isPresent();
    assertThat(find(byHand).left(clock.instant())).isEqualTo(Duration.ofDays(9));
  }

  @Test
  void nodesThatNoticeTheSameTakeOneStep() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      Callable<Optional<Ban>> one = this::escalate;
      long taken = 0;
      for (Future<Optional<Ban>> each :
          threads.invokeAll(Stream.generate(() -> one).limit(8).toList())) {
        taken += each.get().isPresent() ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    }
  }

  @Test
  void aClockThatIsSetBackMakesNoBanLonger() {
    escalate();
    clock.pass(Duration.ofSeconds(11));
    Ban ban = escalate().orElseThrow();
    clock.set(ban.begunAt().minus(Duration.ofDays(400)));

    assertThat(ban.left(clock.instant())).isEqualTo(Duration.ofMinutes(15));
    assertThat(escalate()).as("it is banned already").isEmpty();
  }

  private Optional<Ban> escalate() {
    return bans.escalate(network, new Place("FR"), "connection-flood", Map.of("count", "500"));
  }

  private Ban find(Ban ban) {
    return bans.latest(1_000).stream()
        .filter(each -> each.id().equals(ban.id()))
        .findFirst()
        .orElseThrow();
  }

  /** As it is after it was saved. */
  private static Ban version(Ban ban) {
    return new Ban(
        ban.id(),
        1,
        ban.network(),
        ban.place(),
        ban.step(),
        ban.cause(),
        ban.evidence(),
        ban.reason(),
        ban.repetition(),
        ban.begunAt(),
        ban.until(),
        ban.imposedBy(),
        ban.lift());
  }
}
