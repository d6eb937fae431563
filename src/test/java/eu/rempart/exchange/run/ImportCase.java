package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactId;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.util.List;
import java.util.UUID;

/**
 * What tests of imports have in common. Every test takes people of its own: records can't be wiped
 * between tests. An H in a table stands for a host that only this test has.
 */
abstract class ImportCase {

  final String host = "h" + UUID.randomUUID().toString().substring(0, 8) + ".example";
  private final ImportHouse house;

  ImportCase(ImportHouse house) {
    this.house = house;
  }

  BroughtFile bring(String csv) {
    return house.bring(of(csv));
  }

  String of(String csv) {
    return csv.replace("H", host);
  }

  ImportJob run(String csv) {
    return run(csv, MatchPolicy.UPDATE);
  }

  ImportJob run(String csv, MatchPolicy policy) {
    BroughtFile file = bring(csv);
    ImportJob job = house.as(() -> house.imports().start(table(file), policy, new Codes()));
    await(job);
    return job;
  }

  ImportJob start(PausedRows rows) {
    return house.as(() -> house.imports().start(rows.file(), MatchPolicy.UPDATE, new Codes()));
  }

  static ImportFile table(BroughtFile file) throws java.io.IOException {
    CsvInspection found = file.inspect();
    return file.table(found, found.proposal(), ImportOptions.none());
  }

  static void await(ImportJob job) {
    try {
      job.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  ImportRun runOf(ImportJob job) {
    return house.as(() -> house.imports().recent()).stream()
        .filter(run -> run.id().equals(job.id()))
        .findFirst()
        .orElseThrow();
  }

  List<ContactId> matching(String user) {
    return house.as(
        () -> house.contacts().matchingEach(List.of(), List.of(user + "@" + host), 1_000));
  }

  Contact one(String user) {
    assertThat(matching(user)).hasSize(1);
    return contact(user);
  }

  Contact contact(String user) {
    return live(user).getFirst();
  }

  List<Contact> live(String user) {
    return house.as(() -> house.contacts().findAll(matching(user)));
  }
}
