package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckState;
import eu.rempart.watch.check.OutageBegan;
import eu.rempart.watch.check.OutageEnded;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.node.Nodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
  private final ApplicationEventPublisher events;
  private final InstantSource clock;
  private final LookBack lookBack;

  Recorder(
      CheckRepository checks,
      ResultRepository results,
      FigureRepository figures,
      StateRepository states,
      IncidentRepository incidents,
      MaintenanceRepository maintenance,
      Nodes nodes,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.checks = checks;
    this.results = results;
    this.figures = figures;
    this.states = states;
    this.incidents = incidents;
    this.maintenance = maintenance;
    this.nodes = nodes;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
    this.lookBack = new LookBack(this.results, incidents, events);
  }

  /** Takes a result; nothing happens if its check is not watched any more. */
  public void take(Result result) {
    takeAll(List.of(result));
  }

  /**
   * Takes results that came together: those of one check in one transaction, in their order.
   *
   * @return those of zones elsewhere that are not taken, since they come too often: an agent that
   *     lies could make the figures its own by their number alone
   */
  public List<Result> takeAll(List<Result> results) {
    List<Result> tooOften = new ArrayList<>();
    results.stream()
        .collect(Collectors.groupingBy(Result::check, LinkedHashMap::new, Collectors.toList()))
        .forEach((check, its) -> tooOften.addAll(transactions.execute(_ -> record(check, its))));
    return tooOften;
  }

  private List<Result> record(CheckId id, List<Result> results) {
    Instant begun = results.getFirst().at();
    CheckState first = states.lockKnown(id).orElse(null);
    if (first == null) {
      if (watched(id, begun).isEmpty()) {
        return List.of();
      }
      first = states.lock(id, begun);
    }
    // under the lock: whoever stopped it held that, and has begun its state anew
    Check check = watched(id, begun).orElse(null);
    if (check == null) {
      return List.of();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CheckState state = first.notAfter(now, check.rules());
    Pace pace = new Pace(check, figures, checks);
    List<Result> tooOften = new ArrayList<>();
    for (Result result : results) {
      if (!check.rules().zones().contains(result.zone())) {
        continue;
      }
      if (pace.takes(result)) {
        state = record(check, state, result);
      } else {
        tooOften.add(result);
      }
    }
    states.save(id, first, lookBack.after(check, state, results));
    return tooOften;
  }

  /**
   * How often zones elsewhere may deliver: twice what the check's period makes of an hour, since an
   * agent that starts anew measures anew; and after a change as often as any check may be measured,
   * since nobody knows any more what the period was.
   */
  private static final class Pace {

    private static final long SLACK = 10;

    private record Hour(Zone zone, Instant begin) {}

    private final Check check;
    private final FigureRepository figures;
    private final CheckRepository checks;
    private final Map<Hour, Long> counts = new HashMap<>();
    private @Nullable Instant changed;

    Pace(Check check, FigureRepository figures, CheckRepository checks) {
      this.check = check;
      this.figures = figures;
      this.checks = checks;
    }

    boolean takes(Result result) {
      if (!result.zone().isElsewhere()) {
        return true;
      }
      Hour hour = new Hour(result.zone(), FigureRepository.Span.HOUR.begin(result.at()));
      Long known = counts.get(hour);
      long count = known == null ? figures.count(check.id(), hour.zone(), hour.begin()) : known;
      counts.put(hour, count + 1);
      return count < most(check.rules().period())
          || (count < most(Rules.SHORTEST) && hour.begin().isBefore(changed()));
    }

    private static long most(Duration period) {
      return Duration.ofHours(1).dividedBy(period) * 2 + SLACK;
    }

    private Instant changed() {
      Instant at = changed;
      if (at == null) {
        at = checks.changedAt(check.id());
        changed = at;
      }
      return at;
    }
  }

  private CheckState record(Check check, CheckState before, Result result) {
    boolean excluded = maintenance.covers(check.id(), result.at());
    if (!results.insert(result, excluded)) {
      return before;
    }
    figures.add(result, excluded);
    CheckState after = Hindsight.after(before, new Hindsight.Kept(result, excluded), check.rules());
    tell(check, before, after, result);
    return after;
  }

  private Optional<Check> watched(CheckId check, Instant at) {
    return checks.find(check).filter(Check::enabled).map(found -> nodes.asked(found, at));
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
          .ifPresent(incident -> tell(incident, check, before, after, result));
    }
  }

  private void tell(
      UUID incident, Check check, CheckState before, CheckState after, Result result) {
    Hindsight.steps(check, before, after, result)
        .forEach(step -> incidents.tell(incident, step, null));
    if (!before.stage().outage()) {
      List<Zone> zones = after.bad(check.rules(), result.at());
      events.publishEvent(
          new OutageBegan(
              incident, check.id(), check.name(), zones, result.failure(), result.at()));
    } else if (!after.stage().outage()) {
      end(incident, check, result.at());
    }
  }

  private void end(UUID incident, Check check, Instant at) {
    incidents.close(check.id(), at);
    events.publishEvent(new OutageEnded(incident, check.id(), check.name(), at));
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
              end(incident, check, now);
            });
  }
}
