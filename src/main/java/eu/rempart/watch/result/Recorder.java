package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckState;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.node.Nodes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes results: each is kept, added to the figures, moves the state of its check, and tells the
 * story of an outage, all of it or nothing. One that comes twice counts once. Thread safe, on
 * several nodes too.
 */
public final class Recorder {

  private final CheckRepository checks;
  private final ResultRepository results;
  private final FigureRepository figures;
  private final StateRepository states;
  private final IncidentRepository incidents;
  private final MaintenanceRepository maintenance;
  private final Nodes nodes;
  private final TransactionTemplate transactions;

  Recorder(
      CheckRepository checks,
      ResultRepository results,
      FigureRepository figures,
      StateRepository states,
      IncidentRepository incidents,
      MaintenanceRepository maintenance,
      Nodes nodes,
      TransactionTemplate transactions) {
    this.checks = checks;
    this.results = results;
    this.figures = figures;
    this.states = states;
    this.incidents = incidents;
    this.maintenance = maintenance;
    this.nodes = nodes;
    this.transactions = transactions;
  }

  /** Takes a result; nothing happens if its check is not watched any more. */
  public void take(Result result) {
    transactions.executeWithoutResult(_ -> record(result));
  }

  private void record(Result result) {
    CheckState before = states.lockKnown(result.check()).orElse(null);
    if (before == null) {
      if (watched(result).isEmpty()) {
        return;
      }
      before = states.lock(result.check(), result.at());
    }
    // under the lock: whoever stopped it held that, and has begun its state anew
    Check check = watched(result).orElse(null);
    if (check == null) {
      return;
    }
    boolean excluded = maintenance.covers(check.id(), result.at());
    if (!results.insert(result, excluded)) {
      return;
    }
    figures.add(result, excluded);
    if (excluded && !(before.stage().outage() && result.ok())) {
      states.save(check.id(), before, before.heard(result, check.rules()));
      return;
    }
    // an outage ends within maintenance too, as soon as somebody sees it end
    CheckState after = before.after(result, check.rules());
    states.save(check.id(), before, after);
    tell(check, before, after, result);
  }

  private Optional<Check> watched(Result result) {
    return checks
        .find(result.check())
        .filter(Check::enabled)
        .map(check -> nodes.asked(check, result.at()))
        .filter(check -> check.rules().zones().contains(result.zone()));
  }

  private void tell(Check check, CheckState before, CheckState after, Result result) {
    boolean was = before.stage().outage();
    boolean is = after.stage().outage();
    if (!was && is) {
      incidents.open(check.id(), result.at());
    }
    if (was || is) {
      incidents
          .findOpen(check.id())
          .ifPresent(
              incident -> {
                if (after.stage() != before.stage()) {
                  incidents.tell(incident, step(kind(after.stage()), check, after, result), null);
                }
                if (after.flapping() && !before.flapping()) {
                  incidents.tell(incident, step(Step.Kind.FLAPPING, check, after, result), null);
                }
              });
    }
    if (was && !is) {
      incidents.close(check.id(), result.at());
    }
  }

  private static Step.Kind kind(Stage stage) {
    return switch (stage) {
      case DOWN -> Step.Kind.DOWN;
      case RECOVERING -> Step.Kind.RECOVERING;
      case UP, SUSPECT -> Step.Kind.UP;
    };
  }

  private static Step step(Step.Kind kind, Check check, CheckState after, Result result) {
    List<Zone> zones = kind == Step.Kind.DOWN ? after.bad(check.rules(), result.at()) : List.of();
    return new Step(
        result.at(), kind, zones, result.failure(), result.ok() ? null : result.number(), null);
  }

  /**
   * Nobody watches it any more: an outage that goes on ends here, and a new start is a new state.
   */
  void stop(Check check, Instant now) {
    CheckState before = states.lock(check.id(), now);
    states.save(check.id(), before, CheckState.begin(now));
    incidents
        .findOpen(check.id())
        .ifPresent(
            incident -> {
              Step end = new Step(now, Step.Kind.UP, List.of(), null, null, null);
              incidents.tell(incident, end, null);
              incidents.close(check.id(), now);
            });
  }
}
