package eu.rempart.bench;

import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.ImportService;
import eu.rempart.exchange.run.ImportUndo;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.UndoneImport;
import eu.rempart.exchange.run.result.Reasons;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.exchange.run.upload.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Brings files in, and takes them back, as the administrator of a server does. */
record CsvImports(BenchServer server) {

  /** From the upload to the end of the import. */
  ImportJob run(byte[] csv) {
    return run("bench.csv", csv);
  }

  /** The same of a file of any kind that holds a table. */
  ImportJob run(String name, byte[] table) {
    ImportJob[] started = new ImportJob[1];
    server.work(
        () -> {
          try (InputStream upload = new ByteArrayInputStream(table)) {
            BroughtFile file = server.bean(Uploads.class).take(name, upload);
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

  static byte[] people(SyntheticPeople people, int rows) {
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

  /** Takes an import back; ends when searches see it. */
  UndoneImport undo(UUID job) {
    UndoneImport[] undone = new UndoneImport[1];
    server.work(() -> undone[0] = server.bean(ImportUndo.class).start(job).join().orElseThrow());
    return undone[0];
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
