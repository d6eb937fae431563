package eu.rempart.alert.incident;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.duty.Duty;
import eu.rempart.alert.duty.DutyLab;
import eu.rempart.alert.queue.QueueLab;
import eu.rempart.db.TestDatabase;
import eu.rempart.edge.HandClock;
import eu.rempart.vault.event.SecurityEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The room without Spring: incidents, duty and messages on one clock that is moved by hand. */
public final class IncidentLab {

  public final HandClock clock = new HandClock();
  public final QueueLab queue;
  public final DutyLab duty;
  public final AlertService alerts;
  final QuietEnds quiet;
  public final TransactionTemplate transactions;
  final List<UUID> crew = new ArrayList<>();
  private final List<UUID> administrators = new ArrayList<>();
  final List<SecurityEvent> events = new ArrayList<>();
  final AlertIncidentRepository incidents;
  final StepRepository steps;
  final SilenceRepository silences;
  final Escalation escalation;
  final Acknowledgements acknowledgements;
  final Answers answers;

  public IncidentLab(TestDatabase database) {
    var dsl = database.app();
    queue = new QueueLab(database, clock);
    duty = new DutyLab(database, queue);
    transactions = new TransactionTemplate(database.transactions());
    incidents = new AlertIncidentRepository(dsl);
    steps = new StepRepository(dsl);
    silences = new SilenceRepository(dsl);
    Crew people =
        new Crew() {
          @Override
          public List<UUID> everybody() {
            return crew.stream().filter(each -> !duty.suspended.contains(each)).toList();
          }

          @Override
          public List<UUID> administrators() {
            return everybody().stream().filter(administrators::contains).toList();
          }

          @Override
          public Locale language(UUID member) {
            return Locale.ENGLISH;
          }

          @Override
          public Optional<String> name(UUID member) {
            return crew.contains(member)
                ? Optional.of("engineer " + crew.indexOf(member))
                : Optional.empty();
          }
        };
    escalation =
        new Escalation(
            incidents,
            steps,
            silences,
            queue.queue,
            duty.roster,
            people,
            EscalationSettings.USUAL,
            transactions,
            clock);
    alerts =
        new AlertService(incidents, new KeyRepository(dsl), steps, escalation, transactions, clock);
    quiet = new QuietEnds(incidents, alerts, transactions, clock);
    acknowledgements = new Acknowledgements(incidents, steps, escalation, transactions, clock);
    answers =
        new Answers(
            queue.book,
            people,
            IncidentConfiguration.openFor(incidents, queue.queue),
            acknowledgements,
            events::add);
    queue.listen(new DeliverySteps(incidents, steps, escalation, people, clock));
  }

  /** Somebody who sees operations. */
  public UUID engineer(eu.rempart.alert.queue.FakeChannel... ways) {
    UUID member = queue.person(ways);
    crew.add(member);
    return member;
  }

  /** An administrator, whose account's address is known, with these ways beside it. */
  public UUID administrator(eu.rempart.alert.queue.FakeChannel... ways) {
    UUID member = engineer(ways);
    administrators.add(member);
    queue.lastResort(member);
    return member;
  }

  /** These two are on duty from now on. */
  public void onDuty(UUID first, UUID second) {
    duty.rotate(new Duty(first, second));
  }

  public AlertRequest request(String source, String key, Severity severity) {
    return new AlertRequest(
        source + ":" + key,
        source,
        key,
        severity,
        "watch-down",
        List.of(key, "crm.example:443", "status", "503"),
        "/watch",
        Ending.BY_SOURCE,
        null);
  }

  public UUID raise(String source, String key) {
    UUID id = alerts.raise(request(source, key, Severity.CRITICAL));
    queue.deliver();
    return id;
  }

  /** Time goes by, and what is due is done. */
  public void pass(Duration time) {
    clock.pass(time);
    escalation.run();
    queue.deliver();
  }

  public Incident find(UUID id) {
    return incidents.find(id).orElseThrow();
  }

  public List<StepKind> story(UUID id) {
    return steps.of(id).stream().map(Step::kind).toList();
  }

  public boolean acknowledge(UUID id, UUID by) {
    boolean was = acknowledgements.acknowledge(id, by, null);
    queue.deliver();
    return was;
  }

  public void silence(@Nullable String source, @Nullable String label, Duration length) {
    silences.insert(
        new Silence(
            UUID.randomUUID(),
            source,
            label,
            clock.instant(),
            clock.instant().plus(length),
            "a new disk",
            UUID.randomUUID()));
  }
}
