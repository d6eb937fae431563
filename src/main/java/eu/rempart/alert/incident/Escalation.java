package eu.rempart.alert.incident;

import eu.rempart.alert.channel.MessageKind;
import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.duty.Duty;
import eu.rempart.alert.duty.DutyRoster;
import eu.rempart.alert.queue.MessageQueue;
import eu.rempart.alert.queue.Notification;
import eu.rempart.alert.queue.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people: the first on duty at once, the second and then everybody as long as nobody
 * acknowledges, and everybody again; where that would reach nobody, administrators by the e-mail
 * addresses of their accounts. Messages are queued in the transaction that writes it into the
 * story. Of what is only to be known, nobody is told.
 */
final class Escalation implements Round {

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int AT_ONCE = 100;

  /** So long after people were told that there is more, they are told so again. */
  static final Duration BETWEEN_REOPENINGS = Duration.ofMinutes(15);

  private final AlertIncidentRepository incidents;
  private final StepRepository steps;
  private final SilenceRepository silences;
  private final MessageQueue queue;
  private final DutyRoster duty;
  private final Crew crew;
  private final EscalationSettings settings;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Escalation(
      AlertIncidentRepository incidents,
      StepRepository steps,
      SilenceRepository silences,
      MessageQueue queue,
      DutyRoster duty,
      Crew crew,
      EscalationSettings settings,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.incidents = incidents;
    this.steps = steps;
    this.silences = silences;
    this.queue = queue;
    this.duty = duty;
    this.crew = crew;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "escalation";
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  /** All that is due. */
  @Override
  public void run() {
    for (UUID id : incidents.due(clock.instant(), AT_ONCE)) {
      transactions.executeWithoutResult(_ -> incidents.lock(id).ifPresent(this::advanceIfDue));
    }
  }

  private void advanceIfDue(Incident incident) {
    Instant due = incident.escalateAt();
    if (due != null && !due.isAfter(clock.instant())) {
      advance(incident);
    }
  }

  /** An incident begins; in the transaction that says so. */
  void begin(Incident incident) {
    if (incident.severity() == Severity.INFO) {
      return;
    }
    incidents.escalate(incident.id(), 0, 0, clock.instant());
    advance(incidents.lock(incident.id()).orElseThrow());
  }

  /** An incident is worse than it was; in the transaction that says so. */
  void grow(Incident incident, Severity severity) {
    openAnew(incident, severity);
    begin(incidents.lock(incident.id()).orElseThrow());
  }

  /**
   * What calls people is told of the end of the former opening, and then of this one as of another:
   * told again of one that somebody takes care of, it calls nobody.
   */
  private void openAnew(Incident incident, Severity severity) {
    incidents.grow(incident.id(), severity);
    if (incident.state() == IncidentState.ACKNOWLEDGED) {
      close(incident, MessageKind.RESOLVED, queue.told(incident.id()), Set.of(), Optional.empty());
    }
  }

  /**
   * Somebody took care of less than there is now. Screens say so at once; people are told at once,
   * too, unless they were for the same reason a short while ago: then after it.
   */
  void reopen(Incident incident) {
    if (incident.state() != IncidentState.ACKNOWLEDGED || incident.severity() == Severity.INFO) {
      return;
    }
    Instant now = clock.instant();
    Instant due =
        steps
            .last(incident.id(), StepKind.REOPENED)
            .map(last -> last.plus(BETWEEN_REOPENINGS))
            .filter(later -> later.isAfter(now))
            .orElse(now);
    steps.tell(incident.id(), Step.of(now, StepKind.REOPENED));
    openAnew(incident, incident.severity());
    incidents.escalate(incident.id(), 0, 0, due);
    if (!due.isAfter(now)) {
      advance(incidents.lock(incident.id()).orElseThrow());
    }
  }

  /** Until when nobody is to be told of it: planned maintenance, or a silence of its label. */
  Optional<Instant> quietUntil(AlertRequest request, Instant now) {
    return latest(
        request.quietUntil(), silences.until(request.source(), request.label(), now), now);
  }

  private void advance(Incident incident) {
    Instant now = clock.instant();
    Instant quiet = quietUntil(incident, now).orElse(null);
    if (quiet != null) {
      steps.tell(incident.id(), Step.of(now, StepKind.SILENCED));
      incidents.escalate(incident.id(), incident.level(), incident.reminders(), quiet);
      return;
    }
    if (incident.level() >= Incident.EVERYBODY) {
      steps.tell(incident.id(), Step.of(now, StepKind.REMINDED));
      if (!tell(incident, crew.everybody(), now)) {
        tellByLastResort(incident, now);
      }
      int reminders = incident.reminders() + 1;
      incidents.escalate(
          incident.id(),
          incident.level(),
          reminders,
          now.plus(settings.after(incident.level(), reminders, incident.severity())));
      return;
    }
    int level = incident.level();
    boolean told = false;
    while (!told && level < Incident.EVERYBODY) {
      level++;
      steps.tell(incident.id(), Step.numbered(now, StepKind.ESCALATED, level));
      // whoever has no channel keeps nobody waiting
      told = tell(incident, people(level), now);
    }
    if (!told) {
      tellByLastResort(incident, now);
    }
    incidents.escalate(
        incident.id(), level, 0, now.plus(settings.after(level, 0, incident.severity())));
  }

  private Optional<Instant> quietUntil(Incident incident, Instant now) {
    return latest(incident.quietUntil(), silences.until(incident, now), now);
  }

  private static Optional<Instant> latest(
      @Nullable Instant maintenance, Optional<Instant> silence, Instant now) {
    return Stream.concat(Stream.ofNullable(maintenance), silence.stream())
        .filter(until -> until.isAfter(now))
        .max(Instant::compareTo);
  }

  private List<UUID> people(int level) {
    Duty now = duty.now();
    List<UUID> people = new ArrayList<>();
    UUID first = now.first();
    UUID second = now.second();
    switch (level) {
      case 1 -> add(people, first);
      case 2 -> {
        if (second != null) {
          people.add(second);
          add(people, first);
        }
      }
      default -> people.addAll(crew.everybody());
    }
    return people;
  }

  private static void add(List<UUID> people, @Nullable UUID who) {
    if (who != null) {
      people.add(who);
    }
  }

  /** Whether anybody can be told. */
  private boolean tell(Incident incident, Collection<UUID> people, Instant now) {
    Set<UUID> before = queue.alarmed(incident.id());
    boolean told = false;
    for (UUID member : new LinkedHashSet<>(people)) {
      MessageKind kind = before.contains(member) ? MessageKind.REMINDER : MessageKind.ALARM;
      boolean reached = tell(incident, member, kind);
      steps.tell(incident.id(), Step.to(now, reached ? StepKind.TOLD : StepKind.NOBODY, member));
      told |= reached;
    }
    if (people.isEmpty()) {
      steps.tell(incident.id(), Step.of(now, StepKind.NOBODY));
    }
    return told;
  }

  /**
   * Mail to administrators who have no channel that works; said in the story, so that it is once.
   */
  private void tellByLastResort(Incident incident, Instant now) {
    Set<UUID> before = queue.alarmed(incident.id());
    List<UUID> told = new ArrayList<>();
    for (UUID member : crew.administrators()) {
      MessageKind kind = before.contains(member) ? MessageKind.REMINDER : MessageKind.ALARM;
      if (queue.tellByLastResort(member, notification(incident, member, kind, Optional.empty()))) {
        told.add(member);
      }
    }
    if (!told.isEmpty()) {
      steps.tell(incident.id(), Step.of(now, StepKind.LAST_RESORT));
      told.forEach(member -> steps.tell(incident.id(), Step.to(now, StepKind.TOLD, member)));
    }
  }

  private boolean tell(Incident incident, UUID member, MessageKind kind) {
    return queue.tell(member, notification(incident, member, kind, Optional.empty()));
  }

  private Notification notification(
      Incident incident, UUID member, MessageKind kind, Optional<String> who) {
    AlertText text = new AlertText(crew.language(member));
    boolean alarm = kind == MessageKind.ALARM || kind == MessageKind.REMINDER;
    String path = incident.path();
    return new Notification(
        incident.id(),
        incident.openings(),
        kind,
        incident.severity(),
        text.subject(kind, incident),
        text.words(kind, incident, who),
        path == null ? "/alerts" : path,
        alarm && incident.severity() == Severity.CRITICAL);
  }

  /** Those who were told hear who takes care of it, and so does the pair if that is none of it. */
  void acknowledged(Incident incident, UUID by) {
    Set<UUID> told = queue.told(incident.id());
    if (told.isEmpty()) {
      return;
    }
    Set<UUID> people = new LinkedHashSet<>(told);
    Duty now = duty.now();
    if (!now.has(by)) {
      now.members().forEach(people::add);
    }
    people.remove(by);
    close(incident, MessageKind.ACKNOWLEDGED, told, people, crew.name(by));
  }

  /** Those who were told hear that it is over. */
  void resolved(Incident incident) {
    Set<UUID> told = queue.told(incident.id());
    close(incident, MessageKind.RESOLVED, told, told, Optional.empty());
  }

  /**
   * People hear of it by one channel, unless they were suspended; what calls them until it hears of
   * it does so for all, whoever acknowledged included.
   */
  private void close(
      Incident incident, MessageKind kind, Set<UUID> told, Set<UUID> people, Optional<String> who) {
    Set<UUID> active = Set.copyOf(crew.everybody());
    Stream.concat(told.stream(), people.stream())
        .distinct()
        .forEach(
            member ->
                queue.close(
                    incident.id(),
                    member,
                    notification(incident, member, kind, who),
                    people.contains(member) && active.contains(member)));
  }

  /**
   * An alarm of this opening failed. Once all channels of those who were told last have failed, the
   * next ones are told at once, and after the last ones administrators by mail; the failed channels
   * are tried again beside that.
   */
  void hurry(UUID id, int opening) {
    Instant now = clock.instant();
    incidents
        .lock(id)
        .filter(it -> it.state() == IncidentState.OPEN && it.openings() == opening)
        .filter(_ -> !queue.hopeful(id, opening, toldSince(id)))
        .filter(incident -> incident.escalateAt() != null && incident.escalateAt().isAfter(now))
        .ifPresent(incident -> next(incident, now));
  }

  private void next(Incident incident, Instant now) {
    UUID id = incident.id();
    if (incident.level() < Incident.EVERYBODY) {
      incidents.escalate(id, incident.level(), 0, now);
    } else if (steps.last(id, StepKind.LAST_RESORT).orElse(Instant.EPOCH).isBefore(toldSince(id))) {
      tellByLastResort(incident, now);
    }
  }

  /** Since when those of the present level are told, or told again. */
  private Instant toldSince(UUID id) {
    return Stream.of(StepKind.ESCALATED, StepKind.REMINDED)
        .flatMap(kind -> steps.last(id, kind).stream())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
