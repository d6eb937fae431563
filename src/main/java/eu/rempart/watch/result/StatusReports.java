package eu.rempart.watch.result;

import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckState;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads how everything is, from figures alone. Asks for no right: see who calls it. */
public final class StatusReports {

  private static final Duration LAST_RESULT = Duration.ofDays(31);
  private static final int INCIDENTS = 30;

  private final CheckRepository checks;
  private final ResultRepository results;
  private final FigureRepository figures;
  private final StateRepository states;
  private final IncidentRepository incidents;
  private final MaintenanceRepository maintenance;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  StatusReports(
      CheckRepository checks,
      ResultRepository results,
      FigureRepository figures,
      StateRepository states,
      IncidentRepository incidents,
      MaintenanceRepository maintenance,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.checks = checks;
    this.results = results;
    this.figures = figures;
    this.states = states;
    this.incidents = incidents;
    this.maintenance = maintenance;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What the public may know: checks that are shown and measured, and what concerns them. */
  public StatusReport forEverybody() {
    return report(true);
  }

  /** All of it, the checks included that are not measured at the moment. */
  StatusReport all() {
    return report(false);
  }

  private record Known(
      Instant now,
      Map<CheckId, Instant> since,
      Map<CheckId, CheckState> states,
      Map<CheckId, Result> latest,
      Map<CheckId, Integer> outages,
      Map<CheckId, SortedMap<Zone, Figures>> totals,
      Map<CheckId, SortedMap<LocalDate, Figures>> days,
      List<Maintenance> windows,
      LocalDate firstDay) {}

  private StatusReport report(boolean shownAlone) {
    StatusReport report = transactions.execute(_ -> read(shownAlone));
    return Objects.requireNonNull(report);
  }

  private StatusReport read(boolean shownAlone) {
    Instant now = clock.instant();
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(StatusReport.DAYS - 1L);
    Known known =
        new Known(
            now,
            checks.since(),
            states.all(),
            results.latest(now.minus(LAST_RESULT)),
            incidents.counts(),
            figures.totals(),
            figures.days(first),
            maintenance.endingAfter(first.atStartOfDay().toInstant(ZoneOffset.UTC)),
            first);
    List<Check> wanted =
        checks.all().stream()
            .filter(check -> !shownAlone || (check.shown() && check.enabled()))
            .toList();
    return new StatusReport(
        now,
        first,
        wanted.stream().map(check -> status(check, known)).toList(),
        incidents.latest(INCIDENTS, shownAlone),
        known.windows().stream()
            .filter(window -> window.end().isAfter(now))
            .filter(window -> concerns(window, wanted))
            .toList());
  }

  private static boolean concerns(Maintenance window, List<Check> wanted) {
    return window.check() == null || wanted.stream().anyMatch(check -> window.concerns(check.id()));
  }

  private static CheckStatus status(Check check, Known known) {
    CheckId id = check.id();
    Instant created = known.since().getOrDefault(id, known.now());
    CheckState state = known.states().getOrDefault(id, CheckState.begin(created));
    Instant begin = known.firstDay().atStartOfDay().toInstant(ZoneOffset.UTC);
    List<Maintenance> windows =
        known.windows().stream().filter(window -> window.concerns(id)).toList();
    Stage stage = state.stage();
    return new CheckStatus(
        check,
        created,
        stage,
        state.flapping(),
        state.since(),
        state.troubled(check.rules(), known.now()),
        state.silent(check.rules(), known.now()),
        Optional.ofNullable(known.latest().get(id)),
        known.outages().getOrDefault(id, 0),
        known.totals().getOrDefault(id, Collections.unmodifiableSortedMap(new TreeMap<>())),
        known.days().getOrDefault(id, Collections.unmodifiableSortedMap(new TreeMap<>())),
        Maintenance.within(windows, created.isAfter(begin) ? created : begin, known.now()));
  }
}
