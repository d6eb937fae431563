package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.Limit;
import eu.rempart.shell.text.Catalogue;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.tls.gate.Verdict;
import eu.rempart.vault.event.SecurityEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Passwords that are tried: stuffed, sprayed, and one account again and again. */
class SignInAbuseTest extends WithAbuse {

  @Test
  void oneAccountThatIsTriedFromEverywhereIsToldAndNobodyIsLockedOut() {
    for (int i = 0; i < 45; i++) {
      abuse.watch.signInFailed(addresses.ipv4("BR"), "the director's", null);
    }
    assertThat(lab.bans.latest(10)).isEmpty();
    assertThat(abuse.events).extracting(SecurityEvent::kind).containsExactly("edge.account.tried");
    assertThat(abuse.events.getFirst().detail())
        .containsEntry("tries", "20")
        .containsEntry("sources", "20")
        .containsEntry("within", "10");
  }

  @Test
  void anAccountThatIsTriedIsToldWithTheWindowThatIsSet() {
    lab.rules.set(Limit.WINDOW_SIGN_IN, 45, database.member("ADMINISTRATOR"));
    lab.policies.reload();
    for (int i = 0; i < 45; i++) {
      abuse.watch.signInFailed(addresses.ipv4("BR"), "the director's", null);
    }
    assertThat(abuse.events.getFirst().detail()).containsEntry("within", "45");
  }

  @Test
  void anAccountThatIsTriedForHoursIsToldAgainAndAgainAndWhoseItIs() {
    UUID director = UUID.randomUUID();
    for (int minute = 0; minute < 60; minute++) {
      for (int i = 0; i < 4; i++) {
        abuse.watch.signInFailed(addresses.ipv4("BR"), "the director's", i == 0 ? director : null);
      }
      clock.pass(Duration.ofMinutes(1));
    }
    assertThat(abuse.events).hasSizeBetween(5, 6);
    assertThat(abuse.events)
        .allSatisfy(
            event -> {
              assertThat(event.kind()).isEqualTo("edge.account.tried");
              assertThat(event.memberId()).isEqualTo(director);
              assertThat(event.detail()).containsEntry("tries", "20");
            });
  }

  @Test
  void aFewTriesNowAndThenAreNotAddedUpToMany() {
    for (int i = 0; i < 40; i++) {
      abuse.watch.signInFailed(addresses.ipv4("BR"), "the director's", null);
      clock.pass(Duration.ofMinutes(9));
    }
    assertThat(abuse.events).isEmpty();
  }

  @Test
  void whoLowersTheLimitHearsOfAnAccountThatIsTriedMoreOftenAlready() {
    for (int i = 0; i < 15; i++) {
      abuse.watch.signInFailed(addresses.ipv4("BR"), "the director's", null);
    }
    lab.rules.set(Limit.DETECT_ACCOUNT, 10, database.member("ADMINISTRATOR"));
    lab.policies.reload();
    abuse.watch.signInFailed(addresses.ipv4("BR"), "the director's", null);
    assertThat(abuse.events).hasSize(1);
  }

  @Test
  void whoTriesManyAccountsStuffsAndWhoTriesHisOwnDoesNot() {
    Source forgetful = addresses.ipv4("FR");
    Source stuffing = addresses.ipv4("BR");
    for (int i = 0; i < 40; i++) {
      abuse.watch.signInFailed(forgetful, "mine", null);
      abuse.watch.signInFailed(stuffing, "account" + i, null);
    }
    assertThat(lab.bans.latest(10)).hasSize(1);
    Ban ban = banOf(stuffing, Step.SLOWED);
    assertThat(ban.cause()).isEqualTo("credential-stuffing");
    assertThat(ban.evidence()).containsEntry("accounts", "10");
    assertThat(new Catalogue().getTranslation(ban.causeKey(), Locale.ENGLISH, ban.causeArguments()))
        .isEqualTo("Tried 10 accounts with wrong passwords, 10 times within 10 minutes");
  }

  @Test
  void anOfficeThatMistypesAllDayLongNeitherStuffsNorSprays() {
    Source office = addresses.ipv4("FR");
    for (int i = 0; i < 40; i++) {
      abuse.watch.signInFailed(office, "colleague" + i, null);
      clock.pass(Duration.ofMinutes(9));
      second();
    }
    assertThat(lab.bans.latest(10)).isEmpty();
    for (int i = 0; i < 10; i++) {
      abuse.watch.signInFailed(office, "account" + i, null);
    }
    assertThat(banOf(office, Step.SLOWED).evidence())
        .as("what is told is of the window")
        .containsEntry("accounts", "10")
        .containsEntry("count", "10");
  }

  @Test
  void manySourcesThatTogetherTryManyAccountsSprayAndMembersAmongThemDoNot() {
    Source member = addresses.ipv4("FR");
    abuse.watch.signedIn(member);
    abuse.watch.signInFailed(member, "mine", null);
    Source mistyped = addresses.ipv4("FR");
    abuse.watch.signInFailed(mistyped, "theirs", null);
    for (int i = 0; i < 15; i++) {
      Source source = addresses.ipv4("BR");
      abuse.watch.signInFailed(source, "account" + 2 * i, null);
      abuse.watch.signInFailed(source, "account" + (2 * i + 1), null);
    }
    second();
    second();

    assertThat(abuse.events).extracting(SecurityEvent::kind).containsOnlyOnce("edge.spraying");
    assertThat(lab.bans.latest(100)).hasSize(15);
    assertThat(lab.bans.latest(100)).extracting(Ban::cause).containsOnly("password-spraying");
    assertThat(lab.bans.latest(100))
        .noneMatch(ban -> ban.network().contains(member.high(), member.low()))
        .noneMatch(ban -> ban.network().contains(mistyped.high(), mistyped.low()));
  }

  @Test
  void aNetworkOfWhichEachAddressTriesOnceIsSlowedThenBannedAsAWhole() {
    Source first = addresses.ipv4("CN");
    for (int i = 0; i < 30; i++) {
      abuse.watch.signInFailed(neighbour(first, i), "account" + i, null);
    }
    second();
    lab.policies.reload();
    Source fresh = neighbour(first, 200);
    assertThat(lab.admit(fresh)).isEqualTo(Verdict.SLOWED_BY_SUSPICION);
    clock.pass(Duration.ofSeconds(12));
    second();
    lab.policies.reload();

    assertThat(lab.admit(fresh)).isEqualTo(Verdict.BANNED);
    assertThat(lab.bans.latest(100))
        .as("one step for all of them")
        .extracting(Ban::network)
        .containsOnly(Prefix.coarse(first.high(), first.low()));
    Ban ban = banOf(first, Step.BANNED);
    assertThat(new Catalogue().getTranslation(ban.causeKey(), Locale.ENGLISH, ban.causeArguments()))
        .isEqualTo("Tried 30 accounts with wrong passwords, 30 times within 10 minutes");
  }

  @Test
  void aNetworkOfIpv6IsAddedUpToo() {
    Source first = addresses.ipv6("CN");
    for (int i = 0; i < 30; i++) {
      Source source = new Source((first.high() & ~0xffffL) | i, first.low());
      abuse.watch.signInFailed(source, "account" + i, null);
    }
    second();
    assertThat(lab.bans.latest(100))
        .extracting(Ban::network)
        .containsExactly(Prefix.coarse(first.high(), first.low()));
  }

  @Test
  void strangersAroundAMemberAreBannedOneByOneAndTheMemberIsNot() {
    Source member = addresses.ipv4("FR");
    lab.known(member, database.member("MEMBER"));
    for (int i = 1; i <= 30; i++) {
      abuse.watch.signInFailed(neighbour(member, i), "account" + i, null);
    }
    second();
    clock.pass(Duration.ofSeconds(12));
    second();
    lab.policies.reload();

    assertThat(lab.admit(neighbour(member, 7))).isEqualTo(Verdict.BANNED);
    assertThat(lab.admit(member)).isNotEqualTo(Verdict.BANNED);
  }

  @Test
  void colleaguesOfOneNetworkWhoSignInAfterTypingErrorsAreNotAddedUp() {
    Source office = addresses.ipv4("FR");
    for (int i = 0; i < 30; i++) {
      abuse.watch.signInFailed(neighbour(office, i), "colleague" + i, null);
      abuse.watch.signedIn(neighbour(office, i));
    }
    second();
    assertThat(lab.bans.latest(100)).isEmpty();
  }

  private static Source neighbour(Source source, int step) {
    return new Source(source.high(), source.low() ^ step);
  }

  @Test
  void oneTryFromEachOfManyAddressesIsSlowedThenRefusedByCountryAndEndsByItself() {
    Source member = addresses.ipv4("FR");
    lab.known(member, database.member("MEMBER"));
    assertThat(waits("CN")).as("nobody sprays").isZero();
    spray(120, "CN", "RU", "BR", "VN", "IN", "ID", "FR", "US");
    assertThat(lab.bans.latest(1_000)).extracting(Ban::step).containsOnly(Step.SLOWED);
    Source fresh = addresses.ipv4("CN");
    assertThat(waits(fresh)).isEqualTo(SprayGate.WAIT);
    clock.pass(Duration.ofSeconds(6));
    assertThat(waits(fresh)).as("whoever waits is let on").isZero();
    clock.pass(Duration.ofSeconds(6));
    second();
    lab.policies.reload();

    assertThat(lab.bans.latest(1_000))
        .filteredOn(ban -> ban.step() == Step.BANNED)
        .as("seven countries; in the eighth a member is known")
        .hasSize(105)
        .extracting(ban -> ban.place().code())
        .doesNotContain("FR");
    for (String country : List.of("CN", "RU", "BR", "VN", "IN", "ID", "US")) {
      assertThat(waits(country)).as(country).isEqualTo(Duration.ofMinutes(10));
    }
    assertThat(waits("FR")).as("strangers where members are").isEqualTo(SprayGate.WAIT);
    assertThat(waits("DE")).as("where it does not come from").isZero();
    assertThat(waits(member)).isZero();
    clock.pass(Duration.ofMinutes(11));
    second();
    assertThat(waits("CN")).as("it is over").isZero();
  }

  @Test
  void ownCountriesAreNeverRefusedAndWhoOnlyWatchesOnlyWatches() {
    lab.rules.setHome(Set.of(new Place("CN")), database.member("ADMINISTRATOR"));
    lab.policies.reload();
    spray(120, "CN", "RU", "BR");
    clock.pass(Duration.ofSeconds(12));
    second();
    assertThat(waits("CN")).isEqualTo(SprayGate.WAIT);
    assertThat(waits("RU")).isEqualTo(Duration.ofMinutes(10));
    answer(Limit.DETECT_SPRAYING, Answer.SLOW);
    assertThat(waits("RU")).isEqualTo(SprayGate.WAIT);
    answer(Limit.DETECT_SPRAYING, Answer.WATCH);
    assertThat(waits("CN")).isZero();
    assertThat(waits("RU")).isZero();
  }

  @Test
  void aSprayThatGrowsIsToldAnewWithItsNumbers() {
    spray(36, "CN", "RU", "BR");
    second();
    assertThat(told("edge.spraying")).hasSize(1);
    spray(120, "VN", "IN", "ID");
    second();
    assertThat(told("edge.spraying")).hasSize(2);
    assertThat(told("edge.spraying").getLast().detail())
        .containsEntry("accounts", "156")
        .containsEntry("sources", "156")
        .containsEntry("places", "BR CN ID IN RU VN");
  }

  /** One try from each of so many addresses, on as many accounts. */
  private void spray(int many, String... countries) {
    for (int i = 0; i < many; i++) {
      String country = countries[i % countries.length];
      abuse.watch.signInFailed(addresses.ipv4(country), country + many + i, null);
    }
    second();
  }

  private Duration waits(String country) {
    return waits(addresses.ipv4(country));
  }

  private Duration waits(Source source) {
    return abuse.watch.sprayGuard().waitOf(source.address().getHostAddress());
  }

  /** The queue of security events has room for a thousand. */
  @Test
  void aSprayThatIsOnlyWatchedLeavesRoomForWhatElseIsTold() {
    answer(Limit.DETECT_SPRAYING, Answer.WATCH);
    answer(Limit.DETECT_SCAN, Answer.WATCH);
    for (int i = 0; i < 3_000; i++) {
      Source source = addresses.ipv4("BR");
      abuse.watch.signInFailed(source, "account" + 2 * i, null);
      abuse.watch.signInFailed(source, "account" + (2 * i + 1), null);
    }
    sign(addresses.ipv4("FR"), Sign.MISSING, 100);
    for (int i = 0; i < 60; i++) {
      second();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(suspected("password-spraying")).hasSize(Watching.IN_A_MINUTE);
    assertThat(suspected("scan")).as("another cause").hasSize(1);
    second();
    SecurityEvent more = told("edge.suspected.more").getFirst();
    assertThat(more.detail())
        .containsEntry("cause", "password-spraying")
        .containsEntry("count", Integer.toString(3_000 - Watching.IN_A_MINUTE));
    for (int i = 0; i < 5; i++) {
      second();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(suspected("password-spraying"))
        .as("the others are told later, and none twice")
        .hasSize(2 * Watching.IN_A_MINUTE)
        .doesNotHaveDuplicates();
    assertThat(told("edge.suspected.more")).hasSize(1);
  }

  private List<SecurityEvent> told(String kind) {
    return abuse.events.stream().filter(event -> event.kind().equals(kind)).toList();
  }

  private List<String> suspected(String cause) {
    return told("edge.suspected").stream()
        .filter(event -> cause.equals(event.detail().get("cause")))
        .map(SecurityEvent::address)
        .toList();
  }

  @Test
  void ofVeryManyWhoSpraySomeAreAnsweredEachSecond() {
    for (int i = 0; i < 450; i++) {
      Source source = addresses.ipv4("BR");
      abuse.watch.signInFailed(source, "account" + 2 * i, null);
      abuse.watch.signInFailed(source, "account" + (2 * i + 1), null);
    }
    second();
    assertThat(lab.bans.latest(1_000)).hasSize(200);
    second();
    second();
    assertThat(lab.bans.latest(1_000)).hasSize(450);
  }

  @Test
  void triesAreCountedTogetherForAsLongAsAdministratorsSay() {
    lab.rules.set(Limit.WINDOW_SIGN_IN, 30, database.member("ADMINISTRATOR"));
    lab.policies.reload();
    Source slow = addresses.ipv4("FR");
    for (int i = 0; i < 10; i++) {
      abuse.watch.signInFailed(slow, "account" + i, null);
      clock.pass(Duration.ofMinutes(3));
    }
    Ban ban = banOf(slow, Step.SLOWED);
    assertThat(new Catalogue().getTranslation(ban.causeKey(), Locale.ENGLISH, ban.causeArguments()))
        .endsWith("within 30 minutes");
    lab.rules.set(Limit.WINDOW_SIGN_IN, 1, database.member("ADMINISTRATOR"));
    lab.policies.reload();
    Source slower = addresses.ipv4("FR");
    for (int i = 0; i < 20; i++) {
      abuse.watch.signInFailed(slower, "account" + i, null);
      clock.pass(Duration.ofMinutes(2));
    }
    assertThat(lab.bans.latest(10)).hasSize(1);
  }

  @Test
  void triesThatAreOldAreForgotten() {
    Source source = addresses.ipv4("FR");
    for (int i = 0; i < 9; i++) {
      abuse.watch.signInFailed(source, "account" + i, null);
    }
    clock.pass(Duration.ofMinutes(11));
    for (int i = 10; i < 19; i++) {
      abuse.watch.signInFailed(source, "account" + i, null);
    }
    assertThat(lab.bans.latest(10)).isEmpty();
  }
}
