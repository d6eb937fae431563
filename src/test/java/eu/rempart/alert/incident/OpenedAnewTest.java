package eu.rempart.alert.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.queue.FakeChannel.Killed;
import eu.rempart.alert.queue.FakeChannel.Mood;
import eu.rempart.alert.queue.QueueLab;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whom an incident calls that somebody took care of, and that is open again. */
class OpenedAnewTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private IncidentLab lab = new IncidentLab(database);
  private UUID ben = UUID.randomUUID();
  private String source = "test";

  @BeforeEach
  void people() {
    lab = new IncidentLab(database);
    ben = lab.engineer(lab.queue.email);
    source = "test." + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "z");
  }

  @AfterEach
  void end() {
    lab.duty.forget();
    lab.alerts.sync(source, List.of());
  }

  private List<String> called(UUID who) {
    return lab.queue.duty.arrived.stream()
        .filter(each -> each.address().equals(QueueLab.address(lab.queue.duty, who)))
        .map(each -> each.message().kind() + " " + each.message().opening())
        .toList();
  }

  private AlertRequest byQuiet(Severity severity) {
    AlertRequest plain = lab.request(source, "web", severity);
    return new AlertRequest(
        plain.key(),
        source,
        plain.label(),
        severity,
        plain.what(),
        plain.facts(),
        plain.path(),
        Ending.BY_QUIET,
        null);
  }

  @Test
  void whatIsOpenedAnewCallsAnewAndTheFormerCallIsEnded() {
    UUID dan = lab.engineer(lab.queue.duty);
    lab.onDuty(dan, ben);
    UUID id = lab.alerts.raise(byQuiet(Severity.WARNING));
    lab.queue.deliver();
    assertThat(lab.acknowledge(id, ben)).isTrue();
    assertThat(called(dan)).containsExactly("ALARM 1", "ACKNOWLEDGED 1");
    lab.clock.pass(AlertService.QUIET.plusSeconds(1));
    assertThat(lab.alerts.raise(byQuiet(Severity.WARNING))).isEqualTo(id);
    lab.queue.deliver();
    assertThat(called(dan)).hasSize(4).contains("RESOLVED 1", "REMINDER 2");
    assertThat(lab.queue.arrived(ben)).as("it is not over").doesNotContain("EMAIL RESOLVED");
    assertThat(lab.acknowledge(id, ben)).isTrue();
    lab.alerts.raise(byQuiet(Severity.CRITICAL));
    lab.queue.deliver();
    assertThat(called(dan)).hasSize(7).contains("ACKNOWLEDGED 2", "RESOLVED 2", "REMINDER 3");
    assertThat(lab.find(id).openings()).isEqualTo(3);
    lab.alerts.resolve(source, source + ":web");
    lab.queue.deliver();
    assertThat(called(dan)).hasSize(8).contains("RESOLVED 3");
  }

  /** It may be that by then nobody was told of it, as they were of the opening before. */
  @Test
  void theAnswerOneLeavesWhatWasOpenedAnewAndIsNotToldYet() {
    UUID dan = lab.engineer(lab.queue.sms);
    lab.onDuty(dan, ben);
    UUID id = lab.alerts.raise(byQuiet(Severity.CRITICAL));
    lab.queue.deliver();
    one(dan);
    assertThat(lab.find(id).acknowledgedBy()).isEqualTo(dan);
    more(id);
    one(dan);
    assertThat(lab.find(id).state()).as("told again").isEqualTo(IncidentState.ACKNOWLEDGED);
    more(id);
    assertThat(lab.find(id).openings()).isEqualTo(3);
    one(dan);
    assertThat(lab.find(id).state()).as("not told again").isEqualTo(IncidentState.OPEN);
    lab.pass(Escalation.BETWEEN_REOPENINGS);
    one(dan);
    assertThat(lab.find(id).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
  }

  /** Another joins what somebody takes care of. */
  private void more(UUID id) {
    lab.transactions.executeWithoutResult(
        _ -> lab.escalation.reopen(lab.incidents.lock(id).orElseThrow()));
    lab.queue.deliver();
  }

  private void one(UUID who) {
    lab.answers.answered(ChannelKind.SMS, QueueLab.address(lab.queue.sms, who), "1");
    lab.queue.deliver();
  }

  @Test
  void whatWaitsFromBeforeItWasOpenedAnewIsToldToNobody() {
    UUID dan = lab.engineer(lab.queue.duty, lab.queue.email);
    lab.onDuty(dan, ben);
    lab.queue.duty.mood = Mood.BUSY;
    UUID id = lab.alerts.raise(byQuiet(Severity.WARNING));
    lab.queue.deliver();
    assertThat(lab.acknowledge(id, ben)).isTrue();
    lab.alerts.raise(byQuiet(Severity.CRITICAL));
    lab.queue.duty.mood = Mood.FINE;
    lab.pass(Duration.ofMinutes(2));
    assertThat(called(dan)).doesNotContain("ALARM 1").contains("RESOLVED 1", "REMINDER 2");
    assertThat(lab.queue.arrived(dan)).doesNotContain("EMAIL RESOLVED");
  }

  /** What only a machine was to hear would tell people that it is over, while it is not. */
  @Test
  void theEndOfTheFormerCallGoesByNoOtherWay() {
    UUID dan = lab.engineer(lab.queue.duty, lab.queue.email);
    lab.onDuty(dan, ben);
    UUID id = lab.alerts.raise(byQuiet(Severity.WARNING));
    lab.queue.deliver();
    assertThat(lab.acknowledge(id, ben)).isTrue();
    lab.queue.duty.mood = Mood.BUSY;
    lab.alerts.raise(byQuiet(Severity.CRITICAL));
    lab.queue.deliver();
    lab.queue.duty.configured = false;
    lab.pass(Duration.ofMinutes(2));
    assertThat(lab.find(id).state()).isEqualTo(IncidentState.OPEN);
    assertThat(lab.queue.arrived(dan)).contains("EMAIL REMINDER").doesNotContain("EMAIL RESOLVED");
  }

  @Test
  void whatReachedNobodyBeforeItWasOpenedAnewHurriesNobodyNow() {
    UUID dan = lab.engineer(lab.queue.sms);
    lab.onDuty(dan, ben);
    lab.queue.sms.mood = Mood.KILLS_BEFORE;
    UUID id = lab.alerts.raise(byQuiet(Severity.CRITICAL));
    assertThatThrownBy(lab.queue::deliver).isInstanceOf(Killed.class);
    lab.queue.sms.mood = Mood.FINE;
    assertThat(lab.acknowledge(id, ben)).isTrue();
    more(id);
    assertThat(lab.queue.arrived(dan)).contains("SMS REMINDER");
    lab.pass(Duration.ofMinutes(1));
    assertThat(lab.story(id)).contains(StepKind.GIVEN_UP);
    lab.pass(Duration.ofSeconds(2));
    assertThat(lab.queue.arrived(ben)).isEmpty();
  }

  /** Whoever acknowledges sees no call that is not kept yet, and has it ended by nobody. */
  @Test
  void nobodyIsCalledForWhatIsBeingAcknowledged() throws Exception {
    UUID dan = lab.engineer(lab.queue.duty);
    lab.onDuty(dan, ben);
    UUID id = lab.alerts.raise(byQuiet(Severity.WARNING));
    try (var other = Executors.newSingleThreadExecutor()) {
      Future<?> calling =
          Objects.requireNonNull(
              lab.transactions.execute(
                  _ -> {
                    lab.acknowledgements.acknowledge(id, ben, null);
                    Future<?> delivering = other.submit(lab.queue::deliver);
                    await().until(() -> delivering.isDone() || waits());
                    return delivering;
                  }));
      calling.get();
    }
    lab.queue.deliver();
    assertThat(called(dan)).isEmpty();
  }

  private static boolean waits() {
    return database
        .owner()
        .fetchSingle("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        .get(0, Boolean.class);
  }

  @Test
  void aCallThatIsOnItsWayIsEndedAfterItAndNotBefore() {
    UUID dan = lab.engineer(lab.queue.duty);
    lab.onDuty(dan, ben);
    UUID id = lab.alerts.raise(byQuiet(Severity.WARNING));
    lab.queue.duty.meanwhile = () -> assertThat(lab.acknowledge(id, ben)).isTrue();
    lab.queue.deliver();
    lab.pass(Duration.ofSeconds(1));
    assertThat(called(dan)).containsExactly("ALARM 1", "ACKNOWLEDGED 1");
  }
}
