package eu.rempart.bench;

import eu.rempart.bench.edge.ProcessorTime;
import eu.rempart.db.OwnerAccess;
import eu.rempart.watch.check.CheckId;
import eu.rempart.watch.check.Failure;
import eu.rempart.watch.check.Result;
import eu.rempart.watch.check.Timing;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.Recorder;
import eu.rempart.watch.result.StatusReports;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code ./rempart bench watch --checks N --minutes N}: so many checks a minute from nine zones,
 * recorded as fast as they can be, and what of one processor that takes when they come within their
 * minute: of this process, and of PostgreSQL beside it. Then what the public page reads.
 */
final class WatchBench {

  private static final int WARM_MINUTES = 2;

  /** Of a thousand results so many are bad. */
  private static final int BAD = 5;

  private final Path home;
  private final Recorder recorder;
  private final List<CheckId> checks;
  private final PrintStream out;

  private WatchBench(Path home, Recorder recorder, List<CheckId> checks, PrintStream out) {
    this.home = home;
    this.recorder = recorder;
    this.checks = checks;
    this.out = out;
  }

  static void main(String[] options) throws Exception {
    int count = Benchmarks.number(options, "--checks", 200);
    int minutes = Benchmarks.number(options, "--minutes", 10);
    try (BenchServer server = BenchServer.start()) {
      List<CheckId> checks = watch(server.bean(OwnerAccess.class), count);
      WatchBench bench =
          new WatchBench(server.home(), server.bean(Recorder.class), checks, System.out);
      Instant first =
          Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(minutes + 10L));
      bench.record(first, WARM_MINUTES);
      bench.measure(first.plus(Duration.ofMinutes(WARM_MINUTES)), minutes);
      bench.read(server.bean(StatusReports.class));
    }
  }

  /** Checks that home does not measure by itself. */
  private static List<CheckId> watch(OwnerAccess owner, int count) throws SQLException {
    List<CheckId> checks = new ArrayList<>();
    try (Connection connection = owner.connect();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO watch_check (id, name, kind, host, port, path, limit_value, clear_value,
                  period_seconds, fail_after, recover_after, zones, quorum, shown, enabled,
                  objective, objective_over)
                VALUES (?, ?, 'PAGE', 'bench.example', 443, '/', 3000, 2000, 60, 2, 2, ?, 5, true,
                  true, 99900, 'THIRTY_DAYS')
                """)) {
      Object[] zones = Zone.USUAL.stream().map(Zone::code).toArray();
      for (int i = 0; i < count; i++) {
        UUID id = UUID.randomUUID();
        insert.setObject(1, id);
        insert.setString(2, "bench " + i);
        insert.setArray(3, connection.createArrayOf("text", zones));
        insert.addBatch();
        checks.add(new CheckId(id));
      }
      insert.executeBatch();
    }
    return checks;
  }

  private void measure(Instant from, int minutes) throws Exception {
    double mine = Benchmarks.cpuSeconds();
    double database = ProcessorTime.ofDatabase(home);
    long begun = System.nanoTime();
    long results = record(from, minutes);
    double took = (System.nanoTime() - begun) / 1e9;
    double java = Benchmarks.cpuSeconds() - mine;
    double postgres = ProcessorTime.ofDatabase(home) - database;
    double perMinute = (double) checks.size() * Zone.USUAL.size();
    out.printf(
        Locale.ROOT,
        "%,d checks from %d zones, %,d results recorded in %.1f s (%,.0f a second)%n%n",
        checks.size(),
        Zone.USUAL.size(),
        results,
        took,
        results / took);
    out.println(
        "| processor time | of a result | of one core at %,.0f a minute |".formatted(perMinute));
    out.println("|---|--:|--:|");
    row("Rempart", java, results, perMinute);
    row("PostgreSQL", postgres, results, perMinute);
    row("together", java + postgres, results, perMinute);
  }

  private void row(String what, double seconds, long results, double perMinute) {
    double each = seconds / results;
    out.printf(
        Locale.ROOT,
        "| %s | %.2f ms | %.2f %% |%n",
        what,
        each * 1_000,
        each * perMinute / 60 * 100);
  }

  /** Every zone delivers by itself, as agents do. Answers how many results there were. */
  private long record(Instant from, int minutes) throws InterruptedException, ExecutionException {
    List<Future<Long>> zones = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Zone zone : Zone.USUAL) {
        zones.add(threads.submit(() -> deliver(zone, from, minutes)));
      }
    }
    long results = 0;
    for (Future<Long> zone : zones) {
      results += zone.get();
    }
    return results;
  }

  private long deliver(Zone zone, Instant from, int minutes) {
    SplittableRandom random = new SplittableRandom(zone.hashCode());
    long results = 0;
    for (int minute = 0; minute < minutes; minute++) {
      Instant at = from.plus(Duration.ofMinutes(minute));
      for (CheckId check : checks) {
        recorder.take(result(check, zone, at.plusMillis(random.nextInt(60_000)), random));
        results++;
      }
    }
    return results;
  }

  private static Result result(CheckId check, Zone zone, Instant at, SplittableRandom random) {
    boolean well = random.nextInt(1_000) >= BAD;
    long total = 100_000L + random.nextInt(900_000);
    Timing timing = new Timing(1_000L, 20_000L, 40_000L, total / 2, total);
    return new Result(check, zone, at, well ? null : Failure.STATUS, well ? 200 : 503, timing);
  }

  private void read(StatusReports reports) {
    for (int i = 0; i < 5; i++) {
      var _ = reports.forEverybody();
    }
    long begun = System.nanoTime();
    int rounds = 20;
    for (int i = 0; i < rounds; i++) {
      var _ = reports.forEverybody();
    }
    out.printf(
        Locale.ROOT,
        "%nwhat the public page reads, at most once in 5 s: %.1f ms%n",
        (System.nanoTime() - begun) / 1e6 / rounds);
  }
}
