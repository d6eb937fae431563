package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.common.SaveResult;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactField;
import eu.rempart.contact.ContactId;
import eu.rempart.exchange.csv.CsvInspection;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ImportedRows;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every test takes people of its own: records can't be wiped between tests. */
class ImportServiceTest {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private final String host = "h" + UUID.randomUUID().toString().substring(0, 8) + ".example";

  @Test
  void createsPeopleAndTheirCompanies() {
    ImportJob job =
        run(
            """
            First name,Last name,Email,Company,Job title
            Ana,Ionescu,ana@H,Firma H,Director
            Luc,Petit,luc@H,Firma H,Buyer
            """);

    assertThat(job.state()).isEqualTo(ImportState.DONE);
    assertThat(job.counts()).isEqualTo(new Tally.Counts(job.counts().bytes(), 2, 2, 0, 0, 0));
    ContactData ana = one("ana").data();
    assertThat(ana.firstName()).isEqualTo("Ana");
    assertThat(ana.lastName()).isEqualTo("Ionescu");
    assertThat(house.as(() -> house.companies().matching(null, "Firma " + host))).hasSize(1);
    assertThat(
            house
                .as(() -> house.contacts().rows(List.of(one("luc").id()), ContactColumn.DEFAULT))
                .getFirst()
                .company())
        .satisfies(
            employer -> {
              assertThat(Objects.requireNonNull(employer).name()).isEqualTo("Firma " + host);
              assertThat(employer.jobTitle()).isEqualTo("Buyer");
            });
  }

  @Test
  void updatesWhoIsThereAndEmptiesNothing() {
    run("First name,Last name,Email,Phone\nAna,Ionescu,ana@H,+33612345678\n");

    ImportJob job = run("First name,Last name,Email,Phone\nAna-Maria,,ana@H,\n");

    assertThat(job.counts().updated()).isEqualTo(1);
    ContactData ana = one("ana").data();
    assertThat(ana.firstName()).isEqualTo("Ana-Maria");
    assertThat(ana.lastName()).isEqualTo("Ionescu");
    assertThat(ana.phones()).hasSize(1);
  }

  @Test
  void importsTheSameFileTwiceWithoutChangingAnything() {
    String csv = "First name,Last name,Email,Company\nAna,Ionescu,ana@H,Firma H\n";
    run(csv);

    ImportJob again = run(csv);

    assertThat(again.shown()).extracting(RowResult::outcome).containsExactly(Outcome.UNCHANGED);
    assertThat(one("ana").version()).isEqualTo(1);
  }

  @Test
  void leavesWhoIsThereAloneWhenAskedTo() {
    run("First name,Email\nAna,ana@H\n");

    ImportJob job = run("First name,Email\nMaria,ana@H\n", MatchPolicy.SKIP);

    assertThat(job.shown()).extracting(RowResult::outcome).containsExactly(Outcome.EXISTS);
    assertThat(one("ana").data().firstName()).isEqualTo("Ana");
  }

  @Test
  void createsAnotherOneWhenAskedTo() {
    run("First name,Email\nAna,ana@H\n");

    ImportJob job = run("First name,Email\nMaria,ana@H\n", MatchPolicy.CREATE);

    assertThat(job.counts().created()).isEqualTo(1);
    assertThat(matching("ana")).hasSize(2);
  }

  @Test
  void takesTheFirstOfTwoRowsOfTheSamePerson() {
    ImportJob job = run("First name,Email\nAna,ana@H\nMaria,ana@H\n");

    assertThat(job.shown())
        .extracting(RowResult::outcome)
        .containsExactly(Outcome.CREATED, Outcome.TWICE_IN_FILE);
    assertThat(one("ana").data().firstName()).isEqualTo("Ana");
  }

  @Test
  void asksAPersonWhichOfTwoRecordsIsMeant() {
    run("First name,Email\nAna,ana@H\n");
    run("First name,Email\nMaria,ana@H\n", MatchPolicy.CREATE);

    ImportJob job = run("First name,Email\nEva,ana@H\n");

    assertThat(job.shown()).extracting(RowResult::outcome).containsExactly(Outcome.AMBIGUOUS);
  }

  @Test
  void keepsTheRowsThatFailedWithTheirReasons() {
    ImportJob job = run("First name,Email\nAna,ana@H\n,\nEva,eva@H,too,much\n");

    String errors = house.as(() -> house.imports().errorFile(job.id())).orElseThrow();
    assertThat(errors.lines().toList())
        .containsExactly(
            "\uFEFFFirst name,Email,row,reason", "Eva,eva@" + host + ",4,REFUSED ROW_TOO_LONG");
    assertThat(job.counts().failed()).isEqualTo(1);
    assertThat(runOf(job).hasErrorFile()).isTrue();
  }

  @Test
  void previewsWithoutWriting() {
    ImportJob job =
        house.as(
            () ->
                house
                    .imports()
                    .preview(
                        table(house.bring(of("First name,Email\nAna,ana@H\n"))),
                        MatchPolicy.UPDATE));
    await(job);

    assertThat(job.counts().created()).isEqualTo(1);
    assertThat(job.shown()).hasSize(1);
    assertThat(matching("ana")).isEmpty();
  }

  @Test
  void leavesNothingWhenCancelledInTheMiddle() {
    Paused rows = new Paused(1_200, 600);
    ImportJob job = start(rows);
    rows.awaitPause();
    job.cancel();
    rows.goOn();
    await(job);

    assertThat(job.state()).isEqualTo(ImportState.CANCELLED);
    assertThat(runOf(job).state()).isEqualTo(ImportState.CANCELLED);
    assertThat(matching("p1")).isEmpty();
  }

  @Test
  void leavesNothingWhenTheFileBreaksOffInTheMiddle() {
    StringBuilder csv = new StringBuilder("First name,Email\n");
    for (int i = 0; i < 700; i++) {
      csv.append("P,p").append(i).append("@H\n");
    }
    ImportJob job = run(csv + "\"open,never closed\n");

    assertThat(job.state()).isEqualTo(ImportState.FAILED);
    assertThat(job.errorCode()).contains("exchange.file.unterminated_quote:702");
    assertThat(matching("p1")).isEmpty();
  }

  @Test
  void leavesNothingWhenTheVaultIsLockedInTheMiddle() {
    ImportHouse other = new ImportHouse();
    try (other) {
      other.database().open();
      other.open(other.database().appDataSource());
      Paused rows = new Paused(1_200, 600);
      ImportJob job =
          other.as(() -> other.imports().start(rows.file(), MatchPolicy.UPDATE, new Codes()));
      rows.awaitPause();
      other.vault().lockAll();
      rows.goOn();
      await(job);

      assertThat(job.errorCode()).contains("exchange.failed.locked");
      assertThat(other.database().owner().fetchCount(org.jooq.impl.DSL.table("contact"))).isZero();
    }
  }

  @Test
  void letsOneImportRunAtATime() {
    Paused rows = new Paused(600, 550);
    ImportJob first = start(rows);
    rows.awaitPause();
    BroughtFile second = house.bring(of("First name,Email\nAna,ana@H\n"));

    assertThatThrownBy(
            () ->
                house.as(
                    () -> house.imports().start(table(second), MatchPolicy.UPDATE, new Codes())))
        .isInstanceOf(ImportBusyException.class);
    assertThat(house.as(() -> house.imports().running())).contains(first);
    rows.goOn();
    await(first);
    assertThat(house.as(() -> house.imports().running())).isEmpty();
    second.close();
  }

  @Test
  void undoesAnImportUpdatesIncluded() {
    run("First name,Email,Company\nAna,ana@H,Firma H\n");
    ImportJob job = run("First name,Email,Company\nMaria,ana@H,Firma H\nLuc,luc@H,Autre H\n");

    UndoneImport undone = house.as(() -> house.undo().start(job.id()).join()).orElseThrow();

    assertThat(undone.putBack()).isEqualTo(1);
    assertThat(undone.leftAlone()).isZero();
    assertThat(contact("ana").data().firstName()).isEqualTo("Ana");
    assertThat(live("luc")).isEmpty();
    assertThat(runOf(job).state()).isEqualTo(ImportState.UNDONE);
    assertThat(house.as(() -> house.undo().start(job.id()).join())).isEmpty();
  }

  @Test
  void importsTheSameFileAtOnceAfterAnUndo() {
    String csv = "First name,Email,Company\nAna,ana@H,Firma H\nLuc,luc@H,Autre H\n";
    ImportJob first = run(csv);
    house.as(() -> house.undo().start(first.id()).join());

    ImportJob second = run(csv);

    assertThat(second.counts().created()).isEqualTo(first.counts().created());
    assertThat(second.counts().failed()).isZero();
    assertThat(contact("ana").data().firstName()).isEqualTo("Ana");
  }

  @Test
  void leavesAloneWhatSomebodyChangedSinceTheImport() {
    ImportJob job = run("First name,Email\nAna,ana@H\nLuc,luc@H\n");
    Contact ana = one("ana");
    SaveResult<Contact, ContactField> saved =
        house.as(
            () ->
                house
                    .contacts()
                    .save(
                        ana.id(),
                        ana.version(),
                        ana.data(),
                        ana.data().toBuilder().lastName("Popescu").build()));
    assertThat(saved).isInstanceOf(SaveResult.Saved.class);

    UndoneImport undone = house.as(() -> house.undo().start(job.id()).join()).orElseThrow();

    assertThat(undone.archived()).isEqualTo(1);
    assertThat(undone.leftAlone()).isEqualTo(1);
    assertThat(contact("ana").data().lastName()).isEqualTo("Popescu");
  }

  @Test
  void removesTheUploadedFileWhenTheImportHasEnded() {
    BroughtFile file = house.bring(of("First name,Email\nAna,ana@H\n"));

    await(house.as(() -> house.imports().start(table(file), MatchPolicy.UPDATE, new Codes())));

    assertThatThrownBy(file::inspect).isInstanceOf(java.nio.file.NoSuchFileException.class);
  }

  @Test
  void isForThoseWithTheRight() {
    var reader = house.member(Role.READER);

    assertThatThrownBy(() -> house.as(reader, () -> house.imports().recent()))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> house.as(reader, () -> house.undo().start(UUID.randomUUID())))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(
            () ->
                house.as(
                    reader,
                    () -> house.imports().preview(new Paused(1, 1).file(), MatchPolicy.UPDATE)))
        .isInstanceOf(NotPermittedException.class);
  }

  private String of(String csv) {
    return csv.replace("H", host);
  }

  private ImportJob run(String csv) {
    return run(csv, MatchPolicy.UPDATE);
  }

  private ImportJob run(String csv, MatchPolicy policy) {
    BroughtFile file = house.bring(of(csv));
    ImportJob job = house.as(() -> house.imports().start(table(file), policy, new Codes()));
    await(job);
    return job;
  }

  private ImportJob start(Paused rows) {
    return house.as(() -> house.imports().start(rows.file(), MatchPolicy.UPDATE, new Codes()));
  }

  private static ImportFile table(BroughtFile file) throws java.io.IOException {
    CsvInspection found = file.inspect();
    return file.table(found, found.proposal(), ImportOptions.none());
  }

  private static void await(ImportJob job) {
    try {
      job.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ImportRun runOf(ImportJob job) {
    return house.as(() -> house.imports().recent()).stream()
        .filter(run -> run.id().equals(job.id()))
        .findFirst()
        .orElseThrow();
  }

  private List<ContactId> matching(String user) {
    return house.as(() -> house.contacts().matching(null, List.of(user + "@" + host)));
  }

  private Contact one(String user) {
    assertThat(matching(user)).hasSize(1);
    return contact(user);
  }

  private Contact contact(String user) {
    return live(user).getFirst();
  }

  private List<Contact> live(String user) {
    return house.as(() -> house.contacts().findAll(matching(user)));
  }

  /** The codes instead of sentences. */
  static final class Codes implements Reasons {
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
      StringBuilder reason = new StringBuilder(result.outcome().name());
      result.row().problems().forEach(problem -> reason.append(' ').append(problem.code()));
      return reason.toString();
    }
  }

  /** Rows that stop at one of them until told to go on. */
  private final class Paused {

    private final int rows;
    private final int pauseAt;
    private final CountDownLatch paused = new CountDownLatch(1);
    private final CountDownLatch onwards = new CountDownLatch(1);

    Paused(int rows, int pauseAt) {
      this.rows = rows;
      this.pauseAt = pauseAt;
    }

    ImportFile file() {
      StringBuilder csv = new StringBuilder("First name,Email\n");
      for (int i = 0; i < rows; i++) {
        csv.append("P,p").append(i).append("@H\n");
      }
      BroughtFile file = house.bring(of(csv.toString()));
      return new ImportFile(
          "p.csv",
          file.size(),
          ImportSource.GENERIC,
          List.of(),
          () -> new Rows(open(file)),
          () -> {});
    }

    private ImportedRows open(BroughtFile file) throws java.io.IOException {
      return table(file).open();
    }

    void awaitPause() {
      try {
        paused.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    void goOn() {
      onwards.countDown();
    }

    private final class Rows implements ImportedRows {

      private final ImportedRows in;
      private int at;

      Rows(ImportedRows in) {
        this.in = in;
      }

      @Override
      public long bytesRead() {
        return in.bytesRead();
      }

      @Override
      public boolean hasNext() {
        return in.hasNext();
      }

      @Override
      public ImportedRow next() {
        if (++at == pauseAt) {
          paused.countDown();
          try {
            onwards.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
        return in.next();
      }

      @Override
      public void close() throws java.io.IOException {
        in.close();
      }
    }
  }
}
