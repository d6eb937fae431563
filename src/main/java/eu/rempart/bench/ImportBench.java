package eu.rempart.bench;

import eu.rempart.db.OwnerAccess;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.ImportService;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.result.Reasons;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.exchange.run.upload.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * {@code ./rempart bench import [--what people|deals|activities|all] --rows N}: a CSV from the
 * upload to the moment when searches find its records, then the same file again, all of whose rows
 * are found and compared. The baseline is the same records inserted in clear, a thousand at a time,
 * into a table with the indexes that searches in clear need. Deals and activities name companies
 * and people, a fifth as many of both, who are imported before. With "all" the baseline of deals
 * and activities is the import of as many people, in the same run.
 */
final class ImportBench {

  private static final int BATCH = 1_000;
  private static final int WARM_UP_ROWS = 5_000;

  private final BenchServer server;
  private final PrintStream out;

  private ImportBench(BenchServer server, PrintStream out) {
    this.server = server;
    this.out = out;
  }

  static void main(String[] options) throws Exception {
    int rows = Benchmarks.number(options, "--rows", 100_000);
    String what = Benchmarks.text(options, "--what", "people");
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
            throw new IllegalArgumentException("--what people, deals, activities or all: " + what);
      }
    }
  }

  private static CrmFirm firm(int rows) {
    int others = Math.max(1, rows / 5);
    return new CrmFirm(others, others, rows, rows, LocalDate.now(ZoneOffset.UTC));
  }

  private void run(MatterFiles files, int rows) throws Exception {
    server.work(() -> server.bean(PipelineService.class).create("Sales", stages()));
    bring(files.people());
    byte[] people = csv(new SyntheticPeople(7), rows);
    head(rows, people);
    double baseline = seconds(() -> bring(people));
    line("imported: people and companies (baseline)", rows, baseline, baseline);
    line("imported: deals created", rows, seconds(() -> bring(files.deals())), baseline);
    line("imported: activities created", rows, seconds(() -> bring(files.activities())), baseline);
  }

  private void run(ClearMatters clear, MatterFiles files, boolean deals, int rows)
      throws Exception {
    server.work(() -> server.bean(PipelineService.class).create("Sales", stages()));
    bring(files.people());
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
        seconds(() -> bring(csv)),
        baseline);
    line("the same file again: every row found", rows, seconds(() -> bring(csv)), baseline);
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
    bring(csv(new SyntheticPeople(3), WARM_UP_ROWS));
    clear.index();
    double baseline =
        seconds(
            () -> {
              for (int from = 0; from < rows; from += BATCH) {
                clear.load(people, from, Math.min(rows, from + BATCH));
              }
              return rows;
            });
    byte[] csv = csv(people, rows);
    head(rows, csv);
    line("inserted in clear, with indexes (baseline)", rows, baseline, baseline);
    line("imported: people and companies created", rows, seconds(() -> bring(csv)), baseline);
    line("the same file again: every row found", rows, seconds(() -> bring(csv)), baseline);
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

  /** From the upload to the end of the import. */
  private ImportJob bring(byte[] csv) {
    ImportJob[] started = new ImportJob[1];
    server.work(
        () -> {
          try (InputStream upload = new ByteArrayInputStream(csv)) {
            BroughtFile file = server.bean(Uploads.class).take("bench.csv", upload);
            CsvInspection found = file.inspect();
            started[0] =
                server
                    .bean(ImportService.class)
                    .start(
                        file.table(found, found.proposal(), ImportOptions.none()),
                        MatchPolicy.UPDATE,
                        new Codes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    ImportJob job = started[0];
    try {
      job.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (job.counts().failed() > 0 || job.errorCode().isPresent()) {
      throw new IllegalStateException("the import failed: " + job + " " + job.counts());
    }
    return job;
  }

  private static byte[] csv(SyntheticPeople people, int rows) {
    StringBuilder csv = new StringBuilder("First name,Last name,Email,Phone,City,Company\n");
    for (int i = 0; i < rows; i++) {
      SyntheticPerson person = people.person(i);
      String line =
          String.join(
              ",",
              person.firstName(),
              person.lastName(),
              i + "." + person.email(),
              person.phone(),
              person.city(),
              person.company());
      csv.append(line).append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static double seconds(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    work.call();
    return (System.nanoTime() - start) / 1e9;
  }

  /** An error file that nobody reads. */
  private static final class Codes implements Reasons {

    @Override
    public char delimiter() {
      return ',';
    }

    @Override
    public String rowHeader() {
      return "row";
    }

    @Override
    public String reasonHeader() {
      return "reason";
    }

    @Override
    public String of(RowResult result) {
      return result.outcome().name();
    }
  }
}
