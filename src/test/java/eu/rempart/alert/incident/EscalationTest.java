package eu.rempart.alert.incident;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.queue.FakeChannel.Mood;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is told when, until somebody takes care of it. */
class EscalationTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private IncidentLab lab = new IncidentLab(database);
  private UUID ana = UUID.randomUUID();
  private UUID ben = UUID.randomUUID();
  private UUID clo = UUID.randomUUID();
  private String source = "test";

  @BeforeEach
  void people() {
    lab = new IncidentLab(database);
    ana = lab.engineer(lab.queue.email, lab.queue.sms);
    ben = lab.engineer(lab.queue.email);
    clo = lab.engineer(lab.queue.email);
    lab.onDuty(ana, ben);
    source = "test." + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "z");
  }

  @AfterEach
  void end() {
    lab.duty.forget();
    lab.alerts.sync(source, List.of());
  }

  private static void hears(IncidentLab lab, UUID who, String... what) {
    assertThat(lab.queue.arrived(who)).containsExactly(what);
  }

  @Test
  void theFirstIsToldByAllWaysThenTheSecondThenEverybodyThenAllAgain() {
    UUID id = lab.raise(source, "web");
    hears(lab, ana, "EMAIL ALARM", "SMS ALARM");
    hears(lab, ben);
    lab.pass(Duration.ofMinutes(4));
    hears(lab, ben);
    lab.pass(Duration.ofMinutes(1));
    hears(lab, ben, "EMAIL ALARM");
    hears(lab, ana, "EMAIL ALARM", "EMAIL REMINDER", "SMS ALARM", "SMS REMINDER");
    hears(lab, clo);
    lab.pass(Duration.ofMinutes(10));
    hears(lab, clo, "EMAIL ALARM");
    hears(lab, ben, "EMAIL ALARM", "EMAIL REMINDER");
    assertThat(lab.find(id).level()).isEqualTo(3);
    lab.pass(Duration.ofMinutes(10));
    hears(lab, clo, "EMAIL ALARM", "EMAIL REMINDER");
    // twice as long each time
    lab.pass(Duration.ofMinutes(19));
    hears(lab, clo, "EMAIL ALARM", "EMAIL REMINDER");
    lab.pass(Duration.ofMinutes(1));
    hears(lab, clo, "EMAIL ALARM", "EMAIL REMINDER", "EMAIL REMINDER");
    assertThat(lab.story(id))
        .contains(StepKind.OPENED, StepKind.ESCALATED, StepKind.TOLD, StepKind.SENT)
        .contains(StepKind.REMINDED);
  }

  /** A server for letters that was away brings them in whatever order it gets to them. */
  @Test
  void thatSomebodyTakesCareIsNotToldAfterTheEnd() {
    UUID id = lab.raise(source, "web");
    lab.queue.email.mood = Mood.BUSY;
    lab.queue.sms.mood = Mood.BUSY;
    lab.acknowledge(id, ben);
    lab.alerts.sync(source, List.of());
    lab.queue.deliver();
    lab.queue.email.mood = Mood.FINE;
    lab.queue.sms.mood = Mood.FINE;
    for (int i = 0; i < 10; i++) {
      lab.pass(Duration.ofMinutes(1));
    }
    assertThat(lab.queue.arrived(ana))
        .contains("EMAIL ALARM", "EMAIL RESOLVED")
        .doesNotContain("EMAIL ACKNOWLEDGED", "SMS ACKNOWLEDGED");
  }

  @Test
  void whatCallsPeopleUntilItHearsOfTheEndHearsOfIt() {
    lab.duty.forget();
    UUID dan = lab.engineer(lab.queue.email, lab.queue.duty);
    UUID eve = lab.engineer(lab.queue.duty);
    lab.onDuty(dan, eve);
    UUID id = lab.raise(source, "web");
    assertThat(lab.acknowledge(id, dan)).isTrue();
    hears(lab, dan, "EMAIL ALARM", "PAGERDUTY ALARM", "PAGERDUTY ACKNOWLEDGED");
    lab.queue.duty.mood = Mood.BUSY;
    lab.alerts.resolve(source, source + ":web");
    for (int i = 0; i < 4; i++) {
      lab.queue.deliver();
      lab.pass(Duration.ofMinutes(5));
    }
    lab.queue.duty.mood = Mood.FINE;
    lab.pass(Duration.ofMinutes(5));
    hears(
        lab,
        dan,
        "EMAIL ALARM",
        "EMAIL RESOLVED",
        "PAGERDUTY ALARM",
        "PAGERDUTY ACKNOWLEDGED",
        "PAGERDUTY RESOLVED");
    hears(lab, eve);
  }

  @Test
  void whoWasSuspendedHearsNothingMoreAndWhatCallsThemIsEnded() {
    lab.duty.forget();
    UUID dan = lab.engineer(lab.queue.email, lab.queue.duty);
    UUID eve = lab.engineer(lab.queue.email);
    lab.onDuty(dan, eve);
    UUID id = lab.raise(source, "web");
    lab.queue.email.mood = Mood.BUSY;
    lab.pass(Duration.ofMinutes(5));
    lab.duty.suspended.addAll(List.of(dan, eve));
    lab.queue.email.mood = Mood.FINE;
    assertThat(lab.acknowledge(id, clo)).isTrue();
    lab.alerts.resolve(source, source + ":web");
    lab.pass(Duration.ofMinutes(5));
    assertThat(lab.queue.arrived(dan))
        .contains("PAGERDUTY ACKNOWLEDGED", "PAGERDUTY RESOLVED")
        .doesNotContain("EMAIL ACKNOWLEDGED", "EMAIL RESOLVED", "EMAIL REMINDER");
    hears(lab, eve);
  }

  @Test
  void whoIsSuspendedOrHasNoWayKeepsNobodyWaiting() {
    lab.duty.suspended.add(ana);
    UUID id = lab.raise(source, "web");
    hears(lab, ana);
    hears(lab, ben, "EMAIL ALARM");
    assertThat(lab.find(id).level()).isEqualTo(2);
    lab.queue.email.configured = false;
    UUID second = lab.raise(source, "mail");
    assertThat(lab.find(second).level()).isEqualTo(3);
    assertThat(lab.story(second)).contains(StepKind.NOBODY);
    lab.queue.email.configured = true;
    lab.pass(Duration.ofMinutes(10));
    assertThat(lab.queue.arrived(clo)).contains("EMAIL ALARM");
  }

  @Test
  void nobodyOnDutyMeansEverybodyAtOnce() {
    lab.duty.forget();
    lab.raise(source, "web");
    hears(lab, clo, "EMAIL ALARM");
    hears(lab, ben, "EMAIL ALARM");
  }

  @Test
  void aMessageThatReachesNobodyHurries() {
    lab.queue.email.mood = Mood.REFUSES;
    lab.queue.sms.mood = Mood.REFUSES;
    UUID id = lab.raise(source, "web");
    assertThat(lab.story(id)).contains(StepKind.FAILED, StepKind.GIVEN_UP);
    lab.queue.email.mood = Mood.FINE;
    lab.pass(Duration.ofSeconds(2));
    hears(lab, ben, "EMAIL ALARM");
  }

  /** Retries are no channel that is left. */
  @Test
  void secondIsToldAtOnceWhenAllChannelsOfTheFirstFailedOnce() {
    lab.queue.email.mood = Mood.REFUSES;
    lab.queue.sms.mood = Mood.BUSY;
    lab.raise(source, "web");
    lab.queue.email.mood = Mood.FINE;
    lab.pass(Duration.ofSeconds(2));
    hears(lab, ben, "EMAIL ALARM");

    lab.queue.sms.mood = Mood.FINE;
    lab.pass(Duration.ofSeconds(10));
    assertThat(lab.queue.arrived(ana)).contains("SMS ALARM");
  }

  @Test
  void oneChannelThatWorksKeepsTheSecondAsleep() {
    lab.queue.email.mood = Mood.BUSY;
    lab.raise(source, "web");
    lab.queue.email.mood = Mood.FINE;
    lab.pass(Duration.ofSeconds(2));
    hears(lab, ana, "SMS ALARM");
    hears(lab, ben);
  }

  @Test
  void furtherFailuresOfTheFirstTellNobodyMore() {
    UUID dan = lab.engineer(lab.queue.sms);
    lab.duty.forget();
    lab.onDuty(dan, ben);
    lab.queue.sms.mood = Mood.BUSY;
    lab.raise(source, "web");
    lab.pass(Duration.ofSeconds(2));
    hears(lab, ben, "EMAIL ALARM");

    lab.pass(Duration.ofSeconds(10));
    lab.pass(Duration.ofSeconds(30));
    lab.pass(Duration.ofSeconds(90));
    hears(lab, clo);
  }

  @Test
  void alarmsThatWaitAreDroppedOnceSomebodyTakesCare() {
    lab.queue.email.mood = Mood.BUSY;
    lab.queue.sms.mood = Mood.BUSY;
    UUID id = lab.raise(source, "web");
    assertThat(lab.acknowledge(id, clo)).isTrue();
    lab.queue.email.mood = Mood.FINE;
    lab.queue.sms.mood = Mood.FINE;
    lab.pass(Duration.ofMinutes(3));
    assertThat(lab.queue.arrived(ana)).doesNotContain("EMAIL ALARM", "SMS ALARM");
  }

  @Test
  void aWarningWaitsLongerAndGoesByOneWay() {
    lab.alerts.raise(lab.request(source, "web", Severity.WARNING));
    lab.queue.deliver();
    hears(lab, ana, "EMAIL ALARM");
    lab.pass(Duration.ofMinutes(14));
    hears(lab, ben);
    lab.pass(Duration.ofMinutes(1));
    hears(lab, ben, "EMAIL ALARM");
  }

  @Test
  void whatIsOnlyToBeKnownIsToldToNobodyUntilItIsWorse() {
    UUID id = lab.alerts.raise(lab.request(source, "web", Severity.INFO));
    lab.pass(Duration.ofDays(1));
    hears(lab, ana);
    assertThat(lab.acknowledge(id, clo)).isTrue();
    assertThat(lab.alerts.raise(lab.request(source, "web", Severity.CRITICAL))).isEqualTo(id);
    lab.queue.deliver();
    hears(lab, ana, "EMAIL ALARM", "SMS ALARM");
    assertThat(lab.find(id).state()).isEqualTo(IncidentState.OPEN);
    assertThat(lab.story(id)).contains(StepKind.GREW);
  }

  @Test
  void aSilenceKeepsPeopleAsleepUntilItEnds() {
    lab.silence(source, "web", Duration.ofHours(1));
    UUID id = lab.raise(source, "web");
    UUID other = lab.raise(source, "mail");
    assertThat(lab.queue.arrived(ana)).hasSize(2);
    assertThat(lab.story(id)).containsExactly(StepKind.OPENED, StepKind.SILENCED);
    assertThat(lab.acknowledge(other, ana)).isTrue();
    lab.pass(Duration.ofMinutes(59));
    assertThat(lab.queue.arrived(ana)).hasSize(2);
    lab.pass(Duration.ofMinutes(1));
    assertThat(lab.queue.arrived(ana)).hasSize(4);
  }

  @Test
  void aSilenceThatIsLiftedTellsAtOnce() {
    lab.silence(source, null, Duration.ofHours(1));
    lab.raise(source, "web");
    hears(lab, ana);
    Silence silence =
        lab.silences.going(lab.clock.instant()).stream()
            .filter(each -> source.equals(each.source()))
            .findFirst()
            .orElseThrow();
    lab.pass(Duration.ofMinutes(10));
    Instant now = lab.clock.instant();
    lab.silences.end(silence.id(), now).ifPresent(was -> lab.incidents.endSilence(was.end(), now));
    lab.pass(Duration.ofSeconds(2));
    hears(lab, ana, "EMAIL ALARM", "SMS ALARM");
    assertThat(lab.silences.end(silence.id(), now)).isEmpty();
  }

  @Test
  void plannedMaintenanceIsRespectedAndItsEndTooEarlyIsNoticed() {
    AlertRequest request = lab.request(source, "web", Severity.CRITICAL);
    lab.alerts.sync(source, List.of(quiet(request, lab.clock.instant().plusSeconds(3_600))));
    lab.pass(Duration.ofMinutes(30));
    hears(lab, ana);
    lab.alerts.sync(source, List.of(request));
    lab.pass(Duration.ofSeconds(2));
    hears(lab, ana, "EMAIL ALARM", "SMS ALARM");
  }

  private static AlertRequest quiet(AlertRequest request, Instant until) {
    return new AlertRequest(
        request.key(),
        request.source(),
        request.label(),
        request.severity(),
        request.what(),
        request.facts(),
        request.path(),
        request.ending(),
        until);
  }
}
