package eu.rempart.watch.result;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What administrators and engineers see and change of what is watched. Engineers keep the
 * installation running, and nothing here is of customers: with {@link Right#SEE_OPERATIONS} one
 * sees, pauses, plans maintenance and writes notes. What the server asks of whom is said with
 * {@link Right#MANAGE_SECURITY} alone, since it sends requests from inside the customer's network.
 * Changes stand in the ledger.
 */
public class WatchService {

  /** So many checks are watched at most. */
  public static final int MOST_CHECKS = 200;

  private static final Reason CHANGE = new Reason("watch");

  private final CheckRepository checks;
  private final IncidentRepository incidents;
  private final MaintenanceRepository maintenance;
  private final LedgerQueries ledger;
  private final Recorder recorder;
  private final StatusReports reports;
  private final Writes writes;
  private final Rights rights;
  private final CurrentMember current;
  private final InstantSource clock;

  WatchService(
      CheckRepository checks,
      IncidentRepository incidents,
      MaintenanceRepository maintenance,
      LedgerQueries ledger,
      Recorder recorder,
      StatusReports reports,
      Writes writes,
      Rights rights,
      CurrentMember current,
      InstantSource clock) {
    this.checks = checks;
    this.incidents = incidents;
    this.maintenance = maintenance;
    this.ledger = ledger;
    this.recorder = recorder;
    this.reports = reports;
    this.writes = writes;
    this.rights = rights;
    this.current = current;
    this.clock = clock;
  }

  /** How everything is. */
  public StatusReport report() {
    rights.require(Right.SEE_OPERATIONS);
    return reports.all();
  }

  /** Whether whoever acts may say what is watched. */
  public boolean mayDefine() {
    return current.role().may(Right.MANAGE_SECURITY);
  }

  /**
   * Saves a check; a new one has version 0.
   *
   * @return false if somebody else changed it in between, or it is not watched any more
   * @throws IllegalStateException if there are {@value #MOST_CHECKS} already
   */
  public boolean save(Check check) {
    rights.require(Right.MANAGE_SECURITY);
    Instant now = now();
    UUID by = current.id();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          if (check.version() == 0) {
            if (checks.lockedCount() >= MOST_CHECKS) {
              throw new IllegalStateException(
                  "%d checks are watched already".formatted(MOST_CHECKS));
            }
            checks.insert(check, now, by);
          } else if (!checks.update(check, now, by)) {
            return false;
          } else if (!check.enabled()) {
            recorder.stop(check, now);
          }
          ledger.append("watch.check.saved", detail(check));
          return true;
        });
  }

  /**
   * Has all checks of what is reached over the network measured in these zones, too.
   *
   * @return how many were not before
   */
  public int askIn(Collection<Zone> zones) {
    rights.require(Right.MANAGE_SECURITY);
    Instant now = now();
    UUID by = current.id();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          int changed = 0;
          for (Check check : checks.all()) {
            Check more = check.couldAsk(zones) ? check.askingAlso(zones) : check;
            if (!more.equals(check) && checks.update(more, now, by)) {
              ledger.append("watch.check.saved", detail(more));
              changed++;
            }
          }
          return changed;
        });
  }

  /**
   * Has a check measured, or not for a while. Nothing else of it changes.
   *
   * @return false if somebody else changed it in between, or it is not watched any more
   */
  public boolean measure(Check check, boolean whether) {
    rights.require(Right.SEE_OPERATIONS);
    Instant now = now();
    UUID by = current.id();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          // as it is kept, not as somebody without the right to define it says
          Check kept = checks.find(check.id()).map(found -> found.measured(whether)).orElse(null);
          if (kept == null || kept.version() != check.version() || !checks.update(kept, now, by)) {
            return false;
          }
          if (!whether) {
            recorder.stop(kept, now);
          }
          ledger.append("watch.check.saved", detail(kept));
          return true;
        });
  }

  /**
   * Has a check watched no longer. Its results and figures stay.
   *
   * @return false if somebody else changed it in between
   */
  public boolean retire(Check check) {
    rights.require(Right.MANAGE_SECURITY);
    Instant now = now();
    UUID by = current.id();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          if (!checks.retire(check, now, by)) {
            return false;
          }
          recorder.stop(check, now);
          ledger.append("watch.check.retired", detail(check));
          return true;
        });
  }

  /**
   * Plans maintenance. It begins now at the earliest: what was counted stays counted.
   *
   * @throws IllegalArgumentException if it begins in the past
   */
  public void plan(Maintenance planned) {
    rights.require(Right.SEE_OPERATIONS);
    Instant now = now();
    if (planned.begin().isBefore(now.minus(1, ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException(
          "maintenance is planned ahead, not from %s on".formatted(planned.begin()));
    }
    // a form that was open for some seconds may say a moment that just went by
    Instant begin = planned.begin().isBefore(now) ? now : planned.begin();
    Maintenance kept =
        new Maintenance(planned.id(), planned.check(), planned.title(), begin, planned.end());
    UUID by = current.id();
    writes.run(
        CHANGE,
        _ -> {
          maintenance.insert(kept, by);
          ledger.append(
              "watch.maintenance.planned",
              Map.of(
                  "id", kept.id().toString(),
                  "check", kept.check() == null ? "all" : kept.check().toString(),
                  "begin", begin.toString(),
                  "end", kept.end().toString()));
        });
  }

  /** Ends maintenance now, or calls it off; answers whether it was not over yet. */
  public boolean end(UUID id) {
    rights.require(Right.SEE_OPERATIONS);
    Instant now = now();
    return writes.inTransaction(
        CHANGE,
        _ -> {
          boolean ended = maintenance.end(id, now);
          if (ended) {
            ledger.append("watch.maintenance.ended", Map.of("id", id.toString()));
          }
          return ended;
        });
  }

  /**
   * Adds an engineer's words to the story of an incident, which the public reads where it sees the
   * check.
   *
   * @param words 1 to {@value Step#LONGEST_NOTE} characters
   * @throws IllegalArgumentException if they are empty or too long, or there is no such incident
   */
  public void note(UUID incident, String words) {
    rights.require(Right.SEE_OPERATIONS);
    if (words.isBlank() || words.length() > Step.LONGEST_NOTE || !incidents.exists(incident)) {
      throw new IllegalArgumentException(
          "a note of 1 to %d characters on an incident, got %d"
              .formatted(Step.LONGEST_NOTE, words.length()));
    }
    UUID by = current.id();
    Step step = new Step(now(), Step.Kind.NOTE, List.of(), null, null, words.strip());
    writes.run(CHANGE, _ -> incidents.tell(incident, step, by));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Map<String, String> detail(Check check) {
    return Map.of(
        "id", check.id().toString(),
        "name", check.name(),
        "kind", check.kind().name(),
        "target", check.target().toString(),
        "rules", check.rules().toString(),
        "shown", Boolean.toString(check.shown()),
        "enabled", Boolean.toString(check.enabled()));
  }
}
