package eu.rempart.alert.incident;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.alert.channel.Severity;
import eu.rempart.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many incidents of one source at once. */
class AlertGroupsTest {

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
  void tenThousandAtOnceAreFewRowsAndFewMessages() {
    int incidents = rows("alert_incident");
    int steps = rows("alert_step");
    int messages = rows("alert_message");
    for (int i = 0; i < 10_000; i++) {
      lab.alerts.raise(lab.request(source, "host-" + i, Severity.CRITICAL));
    }
    lab.queue.deliver();
    assertThat(rows("alert_incident") - incidents).isEqualTo(AlertService.GROUP_AT + 1);
    assertThat(rows("alert_message") - messages).isEqualTo(AlertService.GROUP_AT + 1);
    assertThat(rows("alert_step") - steps).isLessThan(50);
    assertThat(rows("alert_incident_key")).isLessThanOrEqualTo(AlertService.MOST_KEYS);
    assertThat(lab.queue.arrived(ana)).hasSize(AlertService.GROUP_AT + 1);
    Incident group = going().stream().filter(Incident::grouped).findFirst().orElseThrow();
    assertThat(group.raised()).isEqualTo(10_000 - AlertService.GROUP_AT);
    assertThat(new AlertText(java.util.Locale.ENGLISH).title(group)).contains("9,995");
    // more than are remembered: it ends when it is quiet
    lab.alerts.sync(source, List.of());
    assertThat(going()).containsExactly(lab.find(group.id()));
    lab.clock.pass(AlertService.QUIET.plusSeconds(1));
    lab.quiet.run();
    assertThat(going()).isEmpty();
    assertThat(rows("alert_incident_key")).isZero();
  }

  @Test
  void aGroupEndsWithTheLastOfThoseItStandsFor() {
    for (int i = 0; i < AlertService.GROUP_AT + 2; i++) {
      lab.raise(source, "host-" + i);
    }
    Incident group = going().stream().filter(Incident::grouped).findFirst().orElseThrow();
    assertThat(lab.alerts.resolve(source, source + ":host-5")).isTrue();
    assertThat(lab.find(group.id()).isResolved()).isFalse();
    assertThat(lab.alerts.resolve(source, source + ":host-6")).isTrue();
    assertThat(lab.find(group.id()).isResolved()).isTrue();
    assertThat(going()).hasSize(AlertService.GROUP_AT);
  }

  private Incident group() {
    return going().stream().filter(Incident::grouped).findFirst().orElseThrow();
  }

  private AlertRequest outage(String key, @Nullable Instant quiet) {
    AlertRequest plain = lab.request(source, key, Severity.CRITICAL);
    return new AlertRequest(
        plain.key(),
        source,
        plain.label(),
        plain.severity(),
        plain.what(),
        plain.facts(),
        plain.path(),
        plain.ending(),
        quiet);
  }

  private List<AlertRequest> outages(int many, @Nullable Instant quiet) {
    List<AlertRequest> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      all.add(outage("host-" + i, quiet));
    }
    return all;
  }

  @Test
  void plannedMaintenanceOfManyWakesNobodyAndHidesNothingElse() {
    Instant end = lab.clock.instant().plus(Duration.ofHours(1));
    List<AlertRequest> all = outages(AlertService.GROUP_AT + 3, end);
    lab.alerts.sync(source, all);
    lab.alerts.sync(source, all);
    lab.pass(Duration.ofMinutes(30));
    assertThat(lab.queue.arrived(ana)).isEmpty();
    assertThat(group().quietUntil()).isEqualTo(end);
    // what nobody planned stands for itself
    all.add(outage("database", null));
    lab.alerts.sync(source, all);
    lab.queue.deliver();
    assertThat(lab.queue.arrived(ana)).containsExactly("EMAIL ALARM");
    assertThat(lab.queue.email.arrived.getLast().message().title()).contains("database");
    // the maintenance of one is called off, which is one of the many
    all.set(AlertService.GROUP_AT + 2, outage("host-" + (AlertService.GROUP_AT + 2), null));
    lab.alerts.sync(source, all);
    lab.pass(Duration.ofSeconds(2));
    assertThat(lab.queue.arrived(ana)).hasSize(2);
    assertThat(group().quietUntil()).isNull();
  }

  @Test
  void labelsThatAreSilencedOneByOneAreManyInSilence() {
    for (AlertRequest each : outages(AlertService.GROUP_AT + 2, null)) {
      lab.silence(source, each.label(), Duration.ofHours(1));
      lab.alerts.raise(each);
    }
    lab.pass(Duration.ofMinutes(59));
    assertThat(lab.queue.arrived(ana)).isEmpty();
    lab.pass(Duration.ofMinutes(1));
    assertThat(lab.queue.arrived(ana)).hasSize(AlertService.GROUP_AT + 1);
  }

  @Test
  void whatJoinsManyThatSomebodyTakesCareOfIsToldAndAFloodIsNot() {
    for (AlertRequest each : outages(AlertService.GROUP_AT + 1, null)) {
      lab.alerts.raise(each);
    }
    lab.queue.deliver();
    UUID group = group().id();
    going().stream()
        .filter(each -> !each.grouped())
        .forEach(each -> lab.acknowledge(each.id(), ana));
    int told = lab.queue.arrived(ana).size();
    assertThat(lab.acknowledge(group, ana)).isTrue();
    lab.raise(source, "host-" + AlertService.GROUP_AT);
    assertThat(lab.find(group).state()).isEqualTo(IncidentState.ACKNOWLEDGED);
    lab.raise(source, "database");
    assertThat(lab.find(group).state()).isEqualTo(IncidentState.OPEN);
    assertThat(lab.story(group)).contains(StepKind.REOPENED);
    assertThat(lab.queue.arrived(ana)).hasSize(told + 1);
    // again at once: screens say so, people are told after a while
    assertThat(lab.acknowledge(group, ana)).isTrue();
    lab.raise(source, "mail");
    assertThat(lab.find(group).state()).isEqualTo(IncidentState.OPEN);
    assertThat(lab.queue.arrived(ana)).hasSize(told + 1);
    lab.pass(Escalation.BETWEEN_REOPENINGS);
    assertThat(lab.queue.arrived(ana)).hasSize(told + 2);
  }

  @Test
  void sourcesAreNotGroupedTogether() {
    for (int i = 0; i < AlertService.GROUP_AT; i++) {
      lab.raise(source, "host-" + i);
    }
    String other = source + "-other";
    UUID id = lab.raise(other, "host");
    assertThat(lab.find(id).grouped()).isFalse();
    lab.alerts.sync(other, List.of());
  }
}
