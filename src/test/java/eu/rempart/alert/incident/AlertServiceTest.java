package eu.rempart.alert.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.alert.channel.Severity;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is raised is told once, few where it is many, and to its end. */
class AlertServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private IncidentLab lab = new IncidentLab(database);
  private UUID ana = UUID.randomUUID();
  private String source = "test";

  @BeforeEach
  void people() {
    lab = new IncidentLab(database);
    ana = lab.engineer(lab.queue.email);
    lab.onDuty(ana, lab.engineer(lab.queue.email));
    source = "test." + Long.toString(System.nanoTime(), 26).replaceAll("[0-9]", "z");
  }

  @AfterEach
  void end() {
    lab.duty.forget();
    lab.alerts.sync(source, List.of());
  }

  private int rows(String table) {
    return database.owner().fetchCount(org.jooq.impl.DSL.table(table));
  }

  private List<Incident> going() {
    return lab.incidents.allGoing(source);
  }

  @Test
  void theSameIsOneIncidentHoweverOftenItIsRaised() {
    UUID id = lab.raise(source, "web");
    for (int i = 0; i < 20; i++) {
      lab.clock.pass(Duration.ofSeconds(1));
      assertThat(lab.raise(source, "web")).isEqualTo(id);
    }
    assertThat(lab.find(id).raised()).isEqualTo(21);
    assertThat(lab.find(id).lastAt()).isEqualTo(lab.clock.instant());
    assertThat(lab.queue.arrived(ana)).containsExactly("EMAIL ALARM");
    assertThat(lab.alerts.resolve(source, source + ":web")).isTrue();
    assertThat(lab.alerts.resolve(source, source + ":web")).isFalse();
    assertThat(lab.raise(source, "web")).isNotEqualTo(id);
  }

  @Test
  void whatNobodyEndedIsToldAnewWhenItComesAgain() {
    AlertRequest tampered =
        new AlertRequest(
            source + ":tampered",
            source,
            "tampered",
            Severity.CRITICAL,
            "security",
            List.of("vault.role.tampered", ""),
            null,
            Ending.BY_HAND,
            null);
    UUID id = lab.alerts.raise(tampered);
    lab.queue.deliver();
    assertThat(lab.acknowledge(id, ana)).isTrue();
    lab.alerts.raise(tampered);
    assertThat(lab.find(id).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    lab.pass(Duration.ofDays(30));
    assertThat(lab.alerts.raise(tampered)).isEqualTo(id);
    lab.queue.deliver();
    assertThat(lab.find(id).state()).isEqualTo(IncidentState.OPEN);
    assertThat(lab.queue.arrived(ana)).containsExactly("EMAIL ALARM", "EMAIL REMINDER");
  }

  @Test
  void whatIsWrongNowIsRaisedAndWhatIsNotEnds() {
    AlertRequest web = lab.request(source, "web", Severity.CRITICAL);
    AlertRequest mail = lab.request(source, "mail", Severity.CRITICAL);
    lab.alerts.sync(source, List.of(web, mail));
    lab.alerts.sync(source, List.of(web, mail));
    assertThat(going()).hasSize(2).allMatch(each -> each.raised() == 1);
    lab.alerts.sync(source, List.of(mail));
    assertThat(going()).extracting(Incident::label).containsExactly("mail");
    lab.queue.deliver();
    // of the one that ended before anybody could be told nobody is
    assertThat(lab.queue.arrived(ana)).containsExactly("EMAIL ALARM");
    lab.alerts.sync(source, List.of());
    lab.queue.deliver();
    assertThat(lab.queue.arrived(ana)).containsExactly("EMAIL ALARM", "EMAIL RESOLVED");
  }

  @Test
  void whatIsRaisedAgainUntilItIsQuietSaysTheNewestNumbers() {
    UUID id = lab.alerts.raise(spray("41", "12"));
    assertThat(lab.alerts.raise(spray("120", "118"))).isEqualTo(id);
    assertThat(lab.find(id).facts()).containsExactly("120", "118");
  }

  private AlertRequest spray(String accounts, String sources) {
    return new AlertRequest(
        source + ":spray",
        source,
        "spray",
        Severity.CRITICAL,
        "edge-spraying",
        List.of(accounts, sources),
        null,
        Ending.BY_QUIET,
        null);
  }

  @Test
  void whatEndsByItselfDoesAfterAnHour() {
    AlertRequest once =
        new AlertRequest(
            source + ":spray",
            source,
            "spray",
            Severity.CRITICAL,
            "edge-spraying",
            List.of("40"),
            null,
            Ending.BY_QUIET,
            null);
    UUID id = lab.alerts.raise(once);
    UUID lasting = lab.raise(source, "web");
    lab.clock.pass(Duration.ofMinutes(50));
    lab.alerts.raise(once);
    lab.clock.pass(Duration.ofMinutes(50));
    lab.quiet.run();
    assertThat(lab.find(id).isResolved()).isFalse();
    lab.clock.pass(Duration.ofMinutes(11));
    lab.quiet.run();
    assertThat(lab.find(id).isResolved()).isTrue();
    assertThat(lab.find(lasting).isResolved()).isFalse();
  }

  @Test
  void whatIsQueuedIsQueuedWithTheIncidentOrNotAtAll() {
    int messages = rows("alert_message");
    assertThatThrownBy(
            () ->
                lab.transactions.executeWithoutResult(
                    _ -> {
                      lab.alerts.raise(lab.request(source, "web", Severity.CRITICAL));
                      throw new IllegalStateException("killed before the commit");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(going()).isEmpty();
    assertThat(rows("alert_message")).isEqualTo(messages);
  }

  @Test
  void twoNodesThatFindTheSameRaiseItOnce() throws Exception {
    List<Callable<UUID>> nodes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      nodes.add(() -> lab.alerts.raise(lab.request(source, "web", Severity.INFO)));
    }
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<UUID> found = new ArrayList<>();
      for (Future<UUID> each : threads.invokeAll(nodes)) {
        found.add(each.get());
      }
      assertThat(found).containsOnly(found.getFirst());
    }
    assertThat(going()).hasSize(1);
    assertThat(going().getFirst().raised()).isEqualTo(6);
  }

  @Test
  void whatStrangersMadeLongOrMarkupIsTextAndNoMore() {
    AlertRequest odd =
        new AlertRequest(
            source + ":odd",
            source,
            "<img src=x onerror=alert(1)>\r\n" + "x".repeat(500),
            Severity.CRITICAL,
            "edge-flood",
            List.of("{0} '{' <script>\u202e\0" + "9".repeat(10_000)),
            null,
            Ending.BY_QUIET,
            null);
    UUID id = lab.alerts.raise(odd);
    lab.queue.deliver();
    assertThat(lab.find(id).label()).hasSize(80).doesNotContain("\n");
    assertThat(lab.queue.email.arrived.getLast().message().text())
        .contains("{0} '{' <script> ")
        .doesNotContain("answer 1")
        .hasSizeLessThan(600);
    assertThatThrownBy(() -> lab.request("Not A Source", "x", Severity.INFO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> lab.request(source, "x".repeat(300), Severity.INFO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aStoryIsCutShortAndItsEndIsToldAllTheSame() {
    UUID id = lab.raise(source, "web");
    for (int i = 0; i < 2 * StepRepository.LINES; i++) {
      lab.steps.tell(id, Step.of(lab.clock.instant(), StepKind.SENT));
    }
    assertThat(lab.steps.of(id)).hasSize(StepRepository.LINES);
    lab.alerts.sync(source, List.of());
    assertThat(lab.story(id).getLast()).isEqualTo(StepKind.RESOLVED);
  }

  @Test
  void storiesOnlyGrow() {
    lab.raise(source, "web");
    assertThatThrownBy(() -> database.owner().execute("UPDATE alert_step SET kind = 'NOTE'"))
        .isInstanceOf(org.jooq.exception.DataAccessException.class);
    assertThatThrownBy(() -> database.app().execute("DELETE FROM alert_step"))
        .isInstanceOf(org.jooq.exception.DataAccessException.class);
    assertThatThrownBy(() -> database.app().execute("DELETE FROM alert_incident"))
        .isInstanceOf(org.jooq.exception.DataAccessException.class);
  }
}
