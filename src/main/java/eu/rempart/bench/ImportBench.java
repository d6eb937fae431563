package eu.rempart.bench;

import eu.rempart.db.OwnerAccess;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * {@code ./rempart bench import [--what cases|people|deals|activities|all] --rows N}: a CSV from
 * the upload to the moment when searches find its records. Without a word it is {@link
 * ImportCases}. Otherwise the same file comes again, all of whose rows are found and compared. The
 * baseline is the same records inserted in clear, a thousand at a time, into a table with the
 * indexes that searches in clear need. Deals and activities name companies and people, a fifth as
 * many of both, who are imported before. With "all" the baseline of deals and activities is the
 * import of as many people, in the same run.
 */
final class ImportBench {

  private static final int BATCH = 1_000;
  private static final int WARM_UP_ROWS = 5_000;

  private final BenchServer server;
  private final CsvImports imports;
  private final PrintStream out;

  private ImportBench(BenchServer server, PrintStream out) {
    this.server = server;
    this.imports = new CsvImports(server);
    this.out = out;
  }

  static void main(String[] options) throws Exception {
    int rows = Benchmarks.number(options, "--rows", 100_000);
    String what = Benchmarks.text(options, "--what", "cases");
    if (what.equals("cases")) {
      new ImportCases(rows, Benchmarks.number(options, "--million", 1_000_000), System.out).run();
      return;
    }
    try (BenchServer server = BenchServer.start()) {
      ImportBench bench = new ImportBench(server, System.out);
      OwnerAccess owner = server.bean(OwnerAccess.class);
      switch (what) {
        case "people" -> {
          try (ClearTable clear = new ClearTable(owner)) {
            bench.run(clear, rows);
          }
        }
        case "all" -> bench.run(new MatterFiles(firm(rows)), rows);
        case "deals", "activities" -> {
          CrmFirm firm = firm(rows);
          try (ClearMatters clear = new ClearMatters(owner, firm)) {
            bench.run(clear, new MatterFiles(firm), what.equals("deals"), rows);
          }
        }
        default ->
            throw new IllegalArgumentException(
                "--what cases, people, deals, activities or all: " + what);
      }
    }
  }

  private static CrmFirm firm(int rows) {
    int others = Math.max(1, rows / 5);
    return new CrmFirm(others, others, rows, rows, LocalDate.now(ZoneOffset.UTC));
  }

  private void run(MatterFiles files, int rows) throws Exception {
    server.work(() -> server.bean(PipelineService.class).create("Sales", stages()));
    imports.run(files.people());
    byte[] people = CsvImports.people(new SyntheticPeople(7), rows);
    head(rows, people);
    double baseline = seconds(() -> imports.run(people));
    line("imported: people and companies (baseline)", rows, baseline, baseline);
    line("imported: deals created", rows, seconds(() -> imports.run(files.deals())), baseline);
    line(
        "imported: activities created",
        rows,
        seconds(() -> imports.run(files.activities())),
        baseline);
  }

  private void run(ClearMatters clear, MatterFiles files, boolean deals, int rows)
      throws Exception {
    server.work(() -> server.bean(PipelineService.class).create("Sales", stages()));
    imports.run(files.people());
    double baseline =
        seconds(
            () -> {
              if (deals) {
                clear.deals();
              } else {
                clear.activities();
              }
              return rows;
            });
    byte[] csv = deals ? files.deals() : files.activities();
    head(rows, csv);
    line("inserted in clear, with indexes (baseline)", rows, baseline, baseline);
    line(
        deals ? "imported: deals created" : "imported: activities created",
        rows,
        seconds(() -> imports.run(csv)),
        baseline);
    line("the same file again: every row found", rows, seconds(() -> imports.run(csv)), baseline);
  }

  private static List<Stage> stages() {
    List<Stage> stages = new ArrayList<>();
    MatterFiles.STAGES.forEach(
        name -> stages.add(new Stage(null, name, DealState.OPEN, 1, 25, null)));
    stages.add(new Stage(null, "Won", DealState.WON, 7, 100, null));
    stages.add(new Stage(null, "Lost", DealState.LOST, 4, 0, null));
    return stages;
  }

  private void head(int rows, byte[] csv) {
    out.printf(
        Locale.ROOT,
        "%n%,d rows, %,d kB of CSV%n%n%-44s %9s %12s %8s%n",
        rows,
        csv.length >> 10,
        "",
        "seconds",
        "rows/second",
        "ratio");
  }

  private void run(ClearTable clear, int rows) throws Exception {
    SyntheticPeople people = new SyntheticPeople(7);
    imports.run(CsvImports.people(new SyntheticPeople(3), WARM_UP_ROWS));
    clear.index();
    double baseline =
        seconds(
            () -> {
              for (int from = 0; from < rows; from += BATCH) {
                clear.load(people, from, Math.min(rows, from + BATCH));
              }
              return rows;
            });
    byte[] csv = CsvImports.people(people, rows);
    head(rows, csv);
    line("inserted in clear, with indexes (baseline)", rows, baseline, baseline);
    line("imported: people and companies created", rows, seconds(() -> imports.run(csv)), baseline);
    line("the same file again: every row found", rows, seconds(() -> imports.run(csv)), baseline);
  }

  private void line(String what, int rows, double seconds, double baseline) {
    out.printf(
        Locale.ROOT,
        "%-44s %9.1f %,12.0f %8.2f%n",
        what,
        seconds,
        rows / seconds,
        seconds / baseline);
  }

  static double seconds(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e9;
  }
}
