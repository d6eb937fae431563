package eu.rempart.alert.incident;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.queue.Round;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for rooms that find something wrong, and act for nobody: people have {@link
 * IncidentService}. The same raised again is the same incident; many at once of one source become
 * one, so that a flood is few rows and few messages. Works within the transaction that runs, if
 * there is one.
 */
@PermitAll
public class AlertService implements Round {

  /** So many of one source stand for themselves; one more, and the others become one. */
  static final int GROUP_AT = 5;

  /** So many keys are remembered of one that stands for many. */
  static final int MOST_KEYS = 1_000;

  /** So long after it was last raised ends what ends by itself. */
  static final Duration QUIET = Duration.ofHours(1);

  private static final int AT_ONCE = 100;

  private final AlertIncidentRepository incidents;
  private final KeyRepository keys;
  private final StepRepository steps;
  private final Escalation escalation;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  AlertService(
      AlertIncidentRepository incidents,
      KeyRepository keys,
      StepRepository steps,
      Escalation escalation,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.incidents = incidents;
    this.keys = keys;
    this.steps = steps;
    this.escalation = escalation;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Something is wrong; answers the incident that tells of it. */
  public UUID raise(AlertRequest request) {
    return Objects.requireNonNull(
        transactions.execute(
            _ -> {
              incidents.lockSource(request.source());
              return raiseHeld(request);
            }));
  }

  /** It is well again; answers whether an incident told of it. */
  public boolean resolve(String source, String key) {
    return Boolean.TRUE.equals(
        transactions.execute(
            _ -> {
              incidents.lockSource(source);
              return end(key);
            }));
  }

  /**
   * What of a source is wrong now, all of it: what was not raised yet is, and what is not among it
   * any more is over. For sources that are asked, so that nothing is lost whenever who dies.
   */
  public void sync(String source, List<AlertRequest> going) {
    transactions.executeWithoutResult(
        _ -> {
          incidents.lockSource(source);
          Map<String, @Nullable Incident> known = known(source);
          Set<String> now = new HashSet<>();
          for (AlertRequest request : going) {
            now.add(request.key());
            Incident incident = known.get(request.key());
            if (incident != null) {
              refresh(incident, request);
            } else if (!known.containsKey(request.key())) {
              raiseHeld(request);
            }
          }
          known.keySet().stream().filter(key -> !now.contains(key)).forEach(this::end);
        });
  }

  /** Keys that are told of, with the incident where it stands for itself. */
  private Map<String, @Nullable Incident> known(String source) {
    Map<String, @Nullable Incident> known = new HashMap<>();
    for (Incident incident : incidents.allGoing(source)) {
      if (incident.grouped()) {
        keys.of(incident.id()).forEach(key -> known.put(key, null));
      } else {
        known.put(incident.key(), incident);
      }
    }
    return known;
  }

  private UUID raiseHeld(AlertRequest request) {
    Instant now = now();
    Incident going = going(request.key()).orElse(null);
    if (going != null) {
      incidents.again(going.id(), now);
    } else if (incidents.going(request.source()) < GROUP_AT) {
      return begin(request, false, now).id();
    } else {
      going = group(request, now);
    }
    growIfWorse(going, request.severity(), now);
    return going.id();
  }

  private Optional<Incident> going(String key) {
    Optional<Incident> own = incidents.findGoing(key);
    return own.isPresent() ? own : keys.incident(key).flatMap(incidents::lock);
  }

  private Incident begin(AlertRequest request, boolean grouped, Instant now) {
    Incident made = incidents.insert(request, grouped, now);
    steps.tell(made.id(), Step.of(now, StepKind.OPENED));
    escalation.begin(made);
    return made;
  }

  /** The one that stands for all that come now, this one counted. */
  private Incident group(AlertRequest request, Instant now) {
    String key = groupKey(request.source());
    Incident group = incidents.findGoing(key).orElse(null);
    if (group == null) {
      AlertRequest many =
          new AlertRequest(
              key,
              request.source(),
              "",
              request.severity(),
              "group",
              List.of(),
              request.path(),
              request.ending(),
              null);
      group = begin(many, true, now);
      steps.tell(group.id(), Step.of(now, StepKind.GROUPED));
    } else {
      incidents.again(group.id(), now);
    }
    if (keys.count(group.id()) < MOST_KEYS) {
      keys.insert(request.key(), group.id());
    } else {
      incidents.overflow(group.id());
    }
    return group;
  }

  private static String groupKey(String source) {
    return "group:" + source;
  }

  private void growIfWorse(Incident incident, Severity severity, Instant now) {
    if (severity.compareTo(incident.severity()) > 0) {
      steps.tell(incident.id(), Step.of(now, StepKind.GREW));
      incidents.grow(incident.id(), severity);
      escalation.begin(incidents.lock(incident.id()).orElseThrow());
    }
  }

  /** It goes on; maintenance of it may have begun or ended, and it may be worse. */
  private void refresh(Incident incident, AlertRequest request) {
    Instant now = now();
    Instant before = incident.quietUntil();
    Instant quiet = request.quietUntil();
    if (!Objects.equals(before, quiet)) {
      Instant next = incident.escalateAt();
      boolean waits = next != null && next.equals(before);
      incidents.quiet(incident.id(), quiet, waits ? now : next);
    }
    growIfWorse(incident, request.severity(), now);
  }

  private boolean end(String key) {
    Incident own = incidents.findGoing(key).orElse(null);
    if (own != null) {
      resolve(own, null);
      return true;
    }
    UUID group = keys.incident(key).orElse(null);
    if (group == null) {
      return false;
    }
    keys.delete(key);
    if (keys.count(group) == 0 && !incidents.overflowed(group)) {
      incidents.lock(group).ifPresent(incident -> resolve(incident, null));
    }
    return true;
  }

  /** It is over; in a transaction that holds it. */
  void resolve(Incident incident, @Nullable UUID by) {
    if (incident.isResolved()) {
      return;
    }
    Instant now = now();
    steps.tell(incident.id(), Step.by(now, StepKind.RESOLVED, by, null));
    incidents.resolve(incident.id(), now);
    keys.deleteAll(incident.id());
    escalation.resolved(incident);
  }

  @Override
  public String name() {
    return "quiet";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(1);
  }

  /** Ends what ends by itself. */
  @Override
  public void run() {
    Instant before = now().minus(QUIET);
    for (UUID id : incidents.quietSince(before, AT_ONCE)) {
      transactions.executeWithoutResult(
          _ ->
              incidents
                  .find(id)
                  .ifPresent(
                      incident -> {
                        incidents.lockSource(incident.source());
                        incidents
                            .lock(id)
                            .filter(held -> held.lastAt().isBefore(before))
                            .ifPresent(held -> resolve(held, null));
                      }));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
