package eu.rempart.alert.incident;

import eu.rempart.alert.channel.Severity;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
public class AlertService {

  /** So many of one source stand for themselves; one more, and the others become one. */
  static final int GROUP_AT = 5;

  /** So many keys are remembered of one that stands for many. */
  static final int MOST_KEYS = 1_000;

  /** So long after it was last raised ends what ends by itself. */
  static final Duration QUIET = Duration.ofHours(1);

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

  /**
   * The same for one of several that are told as one: that is over when each of them was resolved
   * by its own key.
   *
   * @param part the key of this one
   */
  public UUID raise(AlertRequest request, String part) {
    return Objects.requireNonNull(
        transactions.execute(
            _ -> {
              UUID id = raise(request);
              if (keys.count(id) < MOST_KEYS) {
                keys.insert(part, id);
              }
              return id;
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
          Map<String, Incident> known = known(source);
          List<AlertRequest> inGroup = new ArrayList<>();
          Incident group = null;
          for (AlertRequest request : going) {
            Incident incident = known.get(request.key());
            if (incident != null && incident.grouped()) {
              inGroup.add(request);
              group = incident;
            } else if (incident != null) {
              refresh(incident, request);
            }
          }
          if (group != null) {
            quiet(group, quietUntil(inGroup, now()));
          }
          going.stream().filter(each -> !known.containsKey(each.key())).forEach(this::raiseHeld);
          going.forEach(each -> known.remove(each.key()));
          known.keySet().forEach(this::end);
        });
  }

  /** Keys that are told of, with the incident that tells of them. */
  private Map<String, Incident> known(String source) {
    Map<String, Incident> known = new HashMap<>();
    for (Incident incident : incidents.allGoing(source)) {
      if (incident.grouped()) {
        keys.of(incident.id()).forEach(key -> known.put(key, incident));
      } else {
        known.put(incident.key(), incident);
      }
    }
    return known;
  }

  /** When the first of many is to be told of; null if one of them is now. */
  private @Nullable Instant quietUntil(List<AlertRequest> many, Instant now) {
    Instant first = null;
    for (AlertRequest each : many) {
      Instant quiet = escalation.quietUntil(each, now).orElse(null);
      if (quiet == null) {
        return null;
      }
      first = first == null || quiet.isBefore(first) ? quiet : first;
    }
    return first;
  }

  private UUID raiseHeld(AlertRequest request) {
    Instant now = now();
    Instant quiet = escalation.quietUntil(request, now).orElse(null);
    Incident going = going(request.key()).orElse(null);
    boolean more;
    if (going != null) {
      incidents.again(going.id(), now);
      if (request.ending() == Ending.BY_QUIET && !going.grouped()) {
        restate(going, request);
      }
      // what its source doesn't end is another one after a while
      more = request.ending() != Ending.BY_SOURCE && going.lastAt().plus(QUIET).isBefore(now);
    } else if (incidents.going(request.source(), quiet != null, now) < GROUP_AT) {
      return begin(request, false, now).id();
    } else {
      going = group(request, quiet, now);
      more = remember(request.key(), going) && quiet == null;
    }
    if (!growIfWorse(going, request.severity(), now) && more) {
      escalation.reopen(going);
    }
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

  /** The one that stands for all that come now, this one counted; as it was before. */
  private Incident group(AlertRequest request, @Nullable Instant quiet, Instant now) {
    String key = groupKey(request.source());
    Incident going = incidents.findGoing(key).orElse(null);
    if (going != null) {
      incidents.again(going.id(), now);
      if (quiet == null) {
        quiet(going, null);
      }
      return going;
    }
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
            quiet);
    Incident group = begin(many, true, now);
    steps.tell(group.id(), Step.of(now, StepKind.GROUPED));
    return group;
  }

  /** Answers whether there was room for one more. */
  private boolean remember(String key, Incident group) {
    boolean room = keys.count(group.id()) < MOST_KEYS;
    if (room) {
      keys.insert(key, group.id());
    } else {
      incidents.overflow(group.id());
    }
    return room;
  }

  private static String groupKey(String source) {
    return "group:" + source;
  }

  private boolean growIfWorse(Incident incident, Severity severity, Instant now) {
    boolean worse = severity.compareTo(incident.severity()) > 0;
    if (worse) {
      steps.tell(incident.id(), Step.of(now, StepKind.GREW));
      escalation.grow(incident, severity);
    }
    return worse;
  }

  /**
   * It goes on; maintenance of it may have begun or ended, it may be worse, or be something else by
   * now: what is slow may break down, counts go on, and what it is about may be called otherwise.
   */
  private void refresh(Incident incident, AlertRequest request) {
    restate(incident, request);
    quiet(incident, request.quietUntil());
    growIfWorse(incident, request.severity(), now());
  }

  private void restate(Incident incident, AlertRequest request) {
    // while its reason is not known it is what it was
    boolean known = request.facts().stream().noneMatch(String::isEmpty);
    boolean same =
        incident.what().equals(request.what()) && incident.facts().equals(request.facts());
    if (known && !same) {
      incidents.restate(incident.id(), request);
    }
  }

  private void quiet(Incident incident, @Nullable Instant until) {
    Instant before = incident.quietUntil();
    if (!Objects.equals(before, until)) {
      Instant next = incident.escalateAt();
      boolean waits = next != null && next.equals(before);
      incidents.quiet(incident.id(), until, waits ? now() : next);
    }
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

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
