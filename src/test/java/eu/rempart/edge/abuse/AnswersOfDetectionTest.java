package eu.rempart.edge.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.Limit;
import eu.rempart.tls.gate.Source;
import eu.rempart.vault.event.SecurityEvent;
import java.time.Duration;
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
    clock.pass(AbuseWatch.TOLD);
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
}
