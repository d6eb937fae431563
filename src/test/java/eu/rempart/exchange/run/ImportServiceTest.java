package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import eu.rempart.exchange.run.result.Tally;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportServiceTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  ImportServiceTest() {
    super(house);
  }

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
    assertThat(job.created()).isEqualTo(new Tally.Created(1, 2, 0, 0));
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

    ImportJob job = run("First name,Last name,Email\nAna,Ionescu,ana@H\n", MatchPolicy.SKIP);

    assertThat(job.shown()).extracting(RowResult::outcome).containsExactly(Outcome.EXISTS);
    assertThat(one("ana").data().lastName()).isNull();
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
    ImportJob job = run("First name,Last name,Email\nAna,,ana@H\nAna,Ionescu,ana@H\n");

    assertThat(job.shown())
        .extracting(RowResult::outcome)
        .containsExactly(Outcome.CREATED, Outcome.TWICE_IN_FILE);
    assertThat(one("ana").data().lastName()).isNull();
  }

  @Test
  void aPreviewKnowsWhetherAnythingWouldBeWritten() {
    run("First name,Email,Company,Tags\nAna,ana@H,Firma H,Known H\n");

    String known = "First name,Email,Company,Tags\nAna,ana@H,Firma H,Known H\n";
    ImportJob nothing = preview(known);
    assertThat(nothing.wouldWrite()).isFalse();
    assertThat(written(nothing)).isZero();
    ImportJob company = preview(known + "Ana,ana@H,Another H,\n");
    assertThat(company.wouldWrite()).as("the company of a row that is there twice").isTrue();
    assertThat(written(company)).as("where she works too").isEqualTo(1);
    ImportJob tag = preview(known + "Ana,ana@H,,New H\n");
    assertThat(tag.wouldWrite()).as("a new tag").isTrue();
    assertThat(written(tag)).isZero();
  }

  private ImportJob preview(String csv) {
    BroughtFile file = bring(csv);
    ImportJob job = house.as(() -> house.imports().preview(table(file), MatchPolicy.UPDATE));
    await(job);
    return job;
  }

  private static int written(ImportJob job) {
    return job.counts().created() + job.counts().updated();
  }

  @Test
  void asksAPersonWhichOfTwoRecordsIsMeant() {
    run("First name,Email\nAna,ana@H\n");
    run("First name,Email\nMaria,ana@H\n", MatchPolicy.CREATE);

    ImportJob job = run("Email,Phone\nana@H,+33612345678\n");

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
                    .preview(table(bring("First name,Email\nAna,ana@H\n")), MatchPolicy.UPDATE));
    await(job);

    assertThat(job.counts().created()).isEqualTo(1);
    assertThat(job.shown()).hasSize(1);
    assertThat(matching("ana")).isEmpty();
  }

  @Test
  void leavesNothingWhenCancelledInTheMiddle() {
    PausedRows rows = new PausedRows(this, 1_200, 600);
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
      PausedRows rows = new PausedRows(this, 1_200, 600);
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
    PausedRows rows = new PausedRows(this, 600, 550);
    ImportJob first = start(rows);
    rows.awaitPause();
    BroughtFile second = bring("First name,Email\nAna,ana@H\n");

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
  void removesTheUploadedFileWhenTheImportHasEnded() {
    BroughtFile file = bring("First name,Email\nAna,ana@H\n");

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
                    () ->
                        house
                            .imports()
                            .preview(new PausedRows(this, 1, 1).file(), MatchPolicy.UPDATE)))
        .isInstanceOf(NotPermittedException.class);
  }
}
