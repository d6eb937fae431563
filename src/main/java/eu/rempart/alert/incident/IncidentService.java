package eu.rempart.alert.incident;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Operators;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.alert.channel.Severity;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What administrators and engineers see of incidents, and do about them. Whoever sees operations
 * may acknowledge, on duty or not: the pair hears of it.
 */
public class IncidentService {

  /** So many that go on are shown, the worst first; and so many that are over. */
  public static final int MOST_GOING = 100;

  private static final int MOST_OVER = 50;
  private static final Reason CHANGE = new Reason("alert");

  private final AlertIncidentRepository incidents;
  private final StepRepository steps;
  private final SilenceRepository silences;
  private final AlertService alerts;
  private final Acknowledgements acknowledgements;
  private final IncidentNews news;
  private final Operators operators;
  private final LedgerQueries ledger;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final InstantSource clock;

  IncidentService(
      AlertIncidentRepository incidents,
      StepRepository steps,
      SilenceRepository silences,
      AlertService alerts,
      Acknowledgements acknowledgements,
      IncidentNews news,
      Operators operators,
      LedgerQueries ledger,
      Writes writes,
      Rights rights,
      CurrentMember current,
      InstantSource clock) {
    this.incidents = incidents;
    this.steps = steps;
    this.silences = silences;
    this.alerts = alerts;
    this.acknowledgements = acknowledgements;
    this.news = news;
    this.operators = operators;
    this.ledger = ledger;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.clock = clock;
  }

  /** Those that go on first, the worst of them first, then the latest that are over. */
  public List<Incident> latest() {
    rights.require(Right.SEE_OPERATIONS);
    return incidents.latest(MOST_GOING, MOST_OVER);
  }

  /** What every page says. */
  public OpenAlarms alarms() {
    rights.require(Right.SEE_OPERATIONS);
    List<Incident> going =
        incidents.latest(MOST_GOING, 0).stream()
            .filter(incident -> incident.severity() != Severity.INFO)
            .toList();
    List<Incident> open =
        going.stream().filter(incident -> incident.state() == IncidentState.OPEN).toList();
    return new OpenAlarms(
        open.size(),
        going.size() - open.size(),
        open.stream().map(Incident::severity).max(Comparator.naturalOrder()).orElse(null),
        open.stream().max(Comparator.comparing(Incident::begunAt)).map(Incident::id).orElse(null),
        open.stream().findFirst());
  }

  /** The story of an incident, the oldest first. */
  public List<Step> story(UUID id) {
    rights.require(Right.SEE_OPERATIONS);
    return steps.of(id);
  }

  /** Names of those who do something about it, as far as whoever looks can read them. */
  public Map<UUID, String> names() {
    rights.require(Right.SEE_OPERATIONS);
    return operators.names();
  }

  /** Whoever acts takes care of it; false if somebody did already, or it is over. */
  public boolean acknowledge(UUID id) {
    rights.require(Right.SEE_OPERATIONS);
    return acknowledgements.acknowledge(id, current.id(), null);
  }

  /** It is over, says whoever acts; false where only its source can say so, or it is already. */
  public boolean resolve(UUID id) {
    rights.require(Right.SEE_OPERATIONS);
    UUID by = current.id();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          Incident found = incidents.find(id).orElse(null);
          if (found == null || found.ending() == Ending.BY_SOURCE) {
            return false;
          }
          incidents.lockSource(found.source());
          Incident held = incidents.lock(id).filter(each -> !each.isResolved()).orElse(null);
          if (held == null) {
            return false;
          }
          alerts.resolve(held, by);
          return true;
        });
  }

  /**
   * Adds words to the story.
   *
   * @param words 1 to {@value Step#LONGEST_NOTE} characters
   * @throws IllegalArgumentException if they are empty or too long, or there is no such incident
   */
  public void note(UUID id, String words) {
    rights.require(Right.SEE_OPERATIONS);
    if (words.isBlank() || words.length() > Step.LONGEST_NOTE || incidents.find(id).isEmpty()) {
      throw new IllegalArgumentException(
          "a note of 1 to %d characters on an incident, got %d"
              .formatted(Step.LONGEST_NOTE, words.length()));
    }
    UUID by = current.id();
    Step step = new Step(now(), StepKind.NOTE, by, null, null, null, null, words.strip());
    writes.run(CHANGE, _ -> steps.tell(id, step));
  }

  /** Silences that are not over. */
  public List<Silence> silences() {
    rights.require(Right.SEE_OPERATIONS);
    return silences.going(now());
  }

  /**
   * Of what nobody is told from now on, for a while.
   *
   * @throws IllegalArgumentException if the reason or the length is none
   */
  public void silence(
      @Nullable String source, @Nullable String label, Duration length, String reason) {
    rights.require(Right.SEE_OPERATIONS);
    Instant now = now();
    UUID by = current.id();
    Silence silence =
        new Silence(UUID.randomUUID(), source, label, now, now.plus(length), reason.strip(), by);
    writes.run(
        CHANGE,
        _ -> {
          silences.insert(silence);
          ledger.append(
              "alert.silence.made",
              Map.of(
                  "id", silence.id().toString(),
                  "source", source == null ? "all" : source,
                  "label", label == null ? "all" : label,
                  "end", silence.end().toString(),
                  "reason", silence.reason()));
        });
  }

  /** Ends a silence: of what goes on people are told at once. False if it was over. */
  public boolean lift(UUID id) {
    rights.require(Right.SEE_OPERATIONS);
    return writes.inTransaction(
        CHANGE,
        _ -> {
          Instant now = now();
          Silence was = silences.end(id, now).orElse(null);
          if (was == null) {
            return false;
          }
          incidents.endSilence(was.end(), now);
          ledger.append("alert.silence.lifted", Map.of("id", id.toString()));
          return true;
        });
  }

  /** Calls back when something changed, on a thread that must not be held up. */
  public Runnable onChange(Runnable listener) {
    rights.require(Right.SEE_OPERATIONS);
    return news.onChange(listener);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
