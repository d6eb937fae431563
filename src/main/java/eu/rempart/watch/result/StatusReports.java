package eu.rempart.watch.result;

import eu.rempart.watch.absence.Absence;
import eu.rempart.watch.absence.Pulse;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckState;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Stage;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.node.Node;
import eu.rempart.watch.node.Nodes;
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
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads how everything is, from figures alone. Asks for no right: see who calls it. */
public final class StatusReports {

  /** Older ones are not looked for. */
  static final Duration LAST_RESULT = Duration.ofDays(31);

  private static final int INCIDENTS = 30;

  private final CheckRepository checks;
  private final ResultRepository results;
  private final FigureRepository figures;
  private final StateRepository states;
  private final IncidentRepository incidents;
  private final MaintenanceRepository maintenance;
  private final Pulse pulse;
  private final Nodes nodes;
  private final Supplier<Map<Zone, String>> places;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  StatusReports(
      CheckRepository checks,
      ResultRepository results,
      FigureRepository figures,
      StateRepository states,
      IncidentRepository incidents,
      MaintenanceRepository maintenance,
      Pulse pulse,
      Nodes nodes,
      Supplier<Map<Zone, String>> places,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.checks = checks;
    this.results = results;
    this.figures = figures;
    this.states = states;
    this.incidents = incidents;
    this.maintenance = maintenance;
    this.pulse = pulse;
    this.nodes = nodes;
    this.places = places;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What the public may know: checks that are shown and measured, and what concerns them. */
  public StatusReport forEverybody() {
    return report(true);
  }

  /** All of it, for programs that know a token. */
  public StatusReport forPrograms() {
    return report(false);
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
      Map<CheckId, SortedMap<Instant, Figures>> hours,
      Map<CheckId, SortedMap<Zone, Result>> byNode,
      List<Maintenance> windows,
      List<Absence> absences,
      LocalDate firstDay) {}

  private StatusReport report(boolean shownAlone) {
    StatusReport report = transactions.execute(_ -> read(shownAlone));
    return Objects.requireNonNull(report);
  }

  private StatusReport read(boolean shownAlone) {
    Instant now = clock.instant();
    LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(StatusReport.DAYS - 1L);
    List<Node> around = nodes.around(now);
    List<Check> wanted =
        checks.all().stream()
            .filter(check -> !shownAlone || (check.shown() && check.enabled()))
            .map(check -> Nodes.asked(check, around))
            .toList();
    Known known =
        new Known(
            now,
            checks.since(),
            states.all(),
            results.latest(now.minus(LAST_RESULT)),
            incidents.counts(),
            figures.totals(),
            figures.days(first),
            figures.hours(aimed(wanted), Budgets.firstHour(now)),
            results.latestOfNodes(now.minus(Nodes.FORGOTTEN)),
            maintenance.endingAfter(first.atStartOfDay().toInstant(ZoneOffset.UTC)),
            pulse.endingAfter(first.atStartOfDay().toInstant(ZoneOffset.UTC)),
            first);
    return new StatusReport(
        now,
        first,
        wanted.stream().map(check -> status(check, known)).toList(),
        incidents.latest(INCIDENTS, shownAlone),
        known.windows().stream()
            .filter(window -> window.end().isAfter(now))
            .filter(window -> concerns(window, wanted))
            .toList(),
        shownAlone ? List.of() : around,
        places.get());
  }

  private static List<CheckId> aimed(List<Check> wanted) {
    return wanted.stream().filter(check -> check.objective() != null).map(Check::id).toList();
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
    SortedMap<LocalDate, Figures> days = of(known.days(), id);
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
        of(known.totals(), id),
        days,
        Maintenance.within(windows, created.isAfter(begin) ? created : begin, known.now()),
        unmeasured(check, created, known),
        of(known.byNode(), id),
        new Budgets(created, days, of(known.hours(), id), windows, known.now()).of(check));
  }

  /** By day; agents go on measuring while no node is there, and deliver what they found. */
  private static SortedMap<LocalDate, Duration> unmeasured(
      Check check, Instant created, Known known) {
    SortedMap<LocalDate, Duration> byDay = new TreeMap<>();
    if (check.rules().zones().stream().anyMatch(Zone::isElsewhere)) {
      return byDay;
    }
    LocalDate today = LocalDate.ofInstant(known.now(), ZoneOffset.UTC);
    for (LocalDate day = known.firstDay(); !day.isAfter(today); day = day.plusDays(1)) {
      Instant begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
      Instant end = begin.plus(Duration.ofDays(1));
      Duration absent =
          Absence.within(known.absences(), created.isAfter(begin) ? created : begin, end);
      if (absent.isPositive()) {
        byDay.put(day, absent);
      }
    }
    return byDay;
  }

  private static <K, V> SortedMap<K, V> of(Map<CheckId, SortedMap<K, V>> all, CheckId id) {
    return all.getOrDefault(id, Collections.unmodifiableSortedMap(new TreeMap<>()));
  }
}
