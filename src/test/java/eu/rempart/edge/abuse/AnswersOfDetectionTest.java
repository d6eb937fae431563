package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.Limit;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.vault.event.SecurityEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What administrators set for what is detected of networks. */
class AnswersOfDetectionTest extends WithAbuse {

  @Test
  void thresholdsAreWhatAdministratorsSet() {
    lab.rules.set(Limit.DETECT_SCAN, 200, database.member("ADMINISTRATOR"));
    lab.policies.reload();
    Source source = addresses.ipv4("FR");
    sign(source, Sign.MISSING, 150);
    second();
    assertThat(lab.bans.latest(10)).isEmpty();
    sign(source, Sign.MISSING, 60);
    second();
    assertThat(banOf(source, Step.SLOWED).cause()).isEqualTo("scan");
  }

  @Test
  void whatAdministratorsOnlyWatchIsToldNowAndThenAndHidesNothingElse() {
    answer(Limit.DETECT_SCAN, Answer.WATCH);
    Source source = addresses.ipv4("FR");
    for (int i = 0; i < 3; i++) {
      sign(source, Sign.MISSING, 100);
      second();
      clock.pass(Duration.ofSeconds(12));
    }
    assertThat(lab.bans.latest(10)).isEmpty();
    assertThat(abuse.events).hasSize(1);
    SecurityEvent told = abuse.events.getFirst();
    assertThat(told.kind()).isEqualTo("edge.suspected");
    assertThat(told.detail()).containsEntry("cause", "scan").containsKeys("network", "count");
    clock.pass(Watching.TOLD);
    sign(source, Sign.MISSING, 100);
    second();
    assertThat(abuse.events).hasSize(2);
    sign(source, Sign.MALFORMED, 100);
    second();
    assertThat(banOf(source, Step.SLOWED).cause()).isEqualTo("malformed");
  }

  @Test
  void whatAdministratorsHaveSlowedIsNeverBanned() {
    answer(Limit.DETECT_SCAN, Answer.SLOW);
    Source source = addresses.ipv4("FR");
    for (int i = 0; i < 5; i++) {
      sign(source, Sign.MISSING, 500);
      second();
      clock.pass(Duration.ofSeconds(12));
    }
    assertThat(lab.bans.latest(10)).extracting(Ban::step).containsOnly(Step.SLOWED);
    answer(Limit.DETECT_SCAN, Answer.BAN);
    sign(source, Sign.MISSING, 500);
    second();
    assertThat(banOf(source, Step.BANNED).cause()).isEqualTo("scan");
  }

  /** What is answered at every failure comes first each time the pause is over. */
  @Test
  void whoIsOnlySlowedForOneThingIsBannedForAnother() {
    lab.rules.set(Limit.DETECT_STUFFING, Answer.SLOW, database.member("ADMINISTRATOR"));
    lab.policies.reload();
    Source source = addresses.ipv4("BR");
    for (int i = 0; i < 30; i++) {
      abuse.watch.signInFailed(source, "account" + i, null);
      sign(source, Sign.MISSING, 60);
      second();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(banOf(source, Step.BANNED).cause()).isEqualTo("scan");
  }

  @Test
  void howeverManyAreOnlyWatchedWhoIsAnsweredIsFoundAtOnce() {
    answer(Limit.DETECT_SCAN, Answer.WATCH);
    for (int i = 0; i < 400; i++) {
      sign(addresses.ipv4("BR"), Sign.MISSING, 100);
    }
    List<Source> worse = some(20);
    worse.forEach(source -> sign(source, Sign.MALFORMED, 100));
    second();
    assertThat(worse)
        .allSatisfy(
            source -> assertThat(banOf(source, Step.SLOWED).cause()).isEqualTo("malformed"));
  }

  @Test
  void howeverManyAreBannedAndKnockOnWhoIsNotIsFoundAtOnce() {
    UUID administrator = database.member("ADMINISTRATOR");
    for (Source source : some(300)) {
      Prefix network = Prefix.fine(source.high(), source.low());
      lab.bans.impose(network, new Place("BR"), Duration.ofHours(1), "again", administrator);
      sign(source, Sign.REFUSED, 300);
    }
    lab.policies.reload();
    clock.pass(Duration.ofSeconds(1));
    List<Source> others = some(20);
    others.forEach(source -> sign(source, Sign.MALFORMED, 100));
    second();
    assertThat(others)
        .allSatisfy(
            source -> assertThat(banOf(source, Step.SLOWED).cause()).isEqualTo("malformed"));
  }

  @Test
  void whereThereIsNoRoomForAllTheOthersAreAnsweredInTheNextSeconds() {
    some(450).forEach(source -> sign(source, Sign.MALFORMED, 100));
    for (int i = 0; i < 3; i++) {
      second();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(lab.bans.counts().get(Step.SLOWED)).isBetween(440, 450);
  }

  private List<Source> some(int count) {
    return Stream.generate(() -> addresses.ipv4("BR")).limit(count).toList();
  }
}
