package eu.rempart.watch.result;

import eu.rempart.db.TestDatabase;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.edge.HandClock;
import eu.rempart.watch.absence.Pulse;
import eu.rempart.watch.absence.Pulses;
import eu.rempart.watch.check.Band;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.CheckKind;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Level;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Rules;
import eu.rempart.watch.check.Target;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.measure.LevelMeter;
import eu.rempart.watch.measure.Levels;
import eu.rempart.watch.measure.RemoteMeter;
import eu.rempart.watch.measure.Trust;
import eu.rempart.watch.node.NodeIdentity;
import eu.rempart.watch.node.Nodes;
import eu.rempart.watch.node.NodesOf;
import eu.rempart.watch.objective.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The package without Spring. */
public final class WatchLab {

  public final HandClock clock = new HandClock();
  final CheckRepository checks;
  final ResultRepository results;
  final FigureRepository figures;
  final StateRepository states;
  final IncidentRepository incidents;
  final MaintenanceRepository maintenance;
  final Nodes nodes;
  private final Pulse pulse;
  public final Recorder recorder;
  public final StatusReports reports;
  final OpenOutages outages;
  public final List<Object> events = new ArrayList<>();

  public WatchLab(TestDatabase database) {
    var dsl = database.app();
    checks = new CheckRepository(dsl);
    results = new ResultRepository(dsl);
    figures = new FigureRepository(dsl);
    states = new StateRepository(dsl);
    incidents = new IncidentRepository(dsl);
    maintenance = new MaintenanceRepository(dsl);
    TransactionTemplate transactions = new TransactionTemplate(database.transactions());
    pulse = Pulses.of(dsl, transactions, clock);
    nodes = NodesOf.database(dsl);
    recorder =
        new Recorder(
            checks,
            results,
            figures,
            states,
            incidents,
            maintenance,
            nodes,
            transactions,
            events::add,
            clock);
    reports =
        new StatusReports(
            checks,
            results,
            figures,
            states,
            incidents,
            maintenance,
            pulse,
            nodes,
            Map::of,
            transactions,
            clock);
    outages = new OpenOutages(checks, results, states, maintenance, nodes, transactions, clock);
  }

  /** A node is there. */
  public void beat() {
    Pulses.beat(pulse);
  }

  /** Where zones deliver. */
  public ZoneDesk desk() {
    return new ZoneDesk(checks, states, recorder);
  }

  /** What everybody may know of a check. */
  public CheckStatus known(Check check) {
    return status(check);
  }

  /** What writes into the ledger. */
  public static LedgerQueries ledger(TestDatabase database) {
    return new LedgerQueries(database.app());
  }

  /** Watches a page from some zones, as many of which must agree as is usual. */
  public Check watch(String name, Zone... zones) {
    return watch(name, null, zones);
  }

  /** The same, aimed at an objective. */
  public Check watch(String name, @Nullable Objective objective, Zone... zones) {
    Check check =
        new Check(
            new CheckId(UUID.randomUUID()),
            0,
            name,
            CheckKind.PAGE,
            Target.Remote.of("crm.example", 443, "/login"),
            new Band(3_000, 2_000),
            Rules.usual(List.of(zones), Duration.ofMinutes(1)),
            false,
            true,
            true,
            objective);
    checks.insert(check, clock.instant(), null);
    return checks.find(check.id()).orElseThrow();
  }

  /** Watches a level of the machine of every node; above 90 it is too full, until it is at 80. */
  Check watchLevel(String name, Level level) {
    Check check =
        new Check(
            new CheckId(UUID.randomUUID()),
            0,
            name,
            CheckKind.LEVEL,
            new Target.Own(level),
            new Band(90, 80),
            Rules.usual(List.of(Zone.HOME), Duration.ofMinutes(1)),
            false,
            true,
            true);
    checks.insert(check, clock.instant(), null);
    return checks.find(check.id()).orElseThrow();
  }

  /** A node whose disk is as full as is said. */
  HomeZone node(NodeIdentity identity, AtomicLong disk) {
    LevelMeter meter =
        new LevelMeter() {
          @Override
          public Level level() {
            return Level.DISK;
          }

          @Override
          public long read() {
            return disk.get();
          }
        };
    RemoteMeter remote = new RemoteMeter(new Trust(Optional.empty()), clock, Duration.ofSeconds(1));
    return new HomeZone(
        checks, states, recorder, remote, new Levels(List.of(meter)), nodes, identity, clock);
  }

  /** A result of now. */
  public Result result(Check check, Zone zone, boolean ok) {
    return result(check, zone, clock.instant(), ok);
  }

  static Result result(Check check, Zone zone, Instant at, boolean ok) {
    return new Result(
        check.id(),
        zone,
        at,
        ok ? null : Failure.STATUS,
        ok ? 200 : 503,
        ok ? new Timing(1L, 2L, 3L, 4L, 673_000L) : Timing.NONE);
  }

  /** A minute goes by, and a zone tells. */
  public void minute(Check check, Zone zone, boolean ok) {
    clock.pass(Duration.ofMinutes(1));
    recorder.take(result(check, zone, ok));
  }

  /** Plans maintenance that begins now. */
  public Maintenance work(Check check, String title, Duration length) {
    Instant now = clock.instant();
    Maintenance planned =
        new Maintenance(UUID.randomUUID(), check.id(), title, now, now.plus(length));
    maintenance.insert(planned, null);
    return planned;
  }

  CheckStatus status(Check check) {
    return reports.forEverybody().checks().stream()
        .filter(status -> status.check().id().equals(check.id()))
        .findFirst()
        .orElseThrow();
  }
}
