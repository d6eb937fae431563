package eu.rempart.exchange.ui;

import eu.rempart.account.SignedInMember;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.ImportJob;
import eu.rempart.exchange.run.ImportService;
import eu.rempart.exchange.run.MatchPolicy;
import eu.rempart.exchange.run.upload.BroughtFile;
import eu.rempart.exchange.run.upload.Uploads;
import eu.rempart.team.WithNarrowedMembers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;

/** Members of narrow roles, and files that they bring. */
abstract class WithNarrowedImports extends WithNarrowedMembers {

  @Autowired private ImportService imports;
  @Autowired private Uploads uploads;

  ImportJob bring(SignedInMember member, String csv) {
    return as(
        member,
        () -> {
          BroughtFile file =
              uploads.take(
                  "deals.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
          CsvInspection found = file.inspect();
          ImportJob job =
              imports.start(
                  file.table(found, found.proposal(), ImportOptions.none()),
                  MatchPolicy.UPDATE,
                  new ImportWords(Locale.ENGLISH));
          job.await();
          return job;
        });
  }

  static List<ProblemCode> problems(ImportJob job) {
    return job.shown().stream()
        .flatMap(row -> row.row().problems().stream())
        .map(problem -> problem.code())
        .toList();
  }
}
