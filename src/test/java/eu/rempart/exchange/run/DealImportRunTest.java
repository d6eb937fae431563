package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which deals a run makes, finds again, or leaves alone, and how it is stopped and undone. */
class DealImportRunTest extends DealImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  DealImportRunTest() {
    super(house);
  }

  @BeforeAll
  static void pipelines() {
    openPipelines(house);
  }

  @Test
  void theSameFileAgainChangesNothingAndAChangedOneUpdates() {
    String csv = HEADER + ",Deal - Stage,Deal - Organization\nH1,Twice H,10,EUR,New,Firm H\n";
    run(csv);

    assertThat(outcomes(run(csv))).containsExactly(Outcome.UNCHANGED);
    assertThat(deal("Twice H").version()).isEqualTo(1);

    ImportJob job = run(csv.replace(",10,EUR,New", ",20,EUR,Offer made"));

    assertThat(outcomes(job)).containsExactly(Outcome.UPDATED);
    assertThat(deal("Twice H").data().amount()).isEqualTo(new BigDecimal("20.00"));
    assertThat(deal("Twice H").data().stageId()).isEqualTo(stage("Sales", "Offer made").kept());
    assertThat(outcomes(run(csv, MatchPolicy.SKIP))).containsExactly(Outcome.EXISTS);
    assertThat(outcomes(run(csv, MatchPolicy.CREATE))).containsExactly(Outcome.CREATED);
    assertThat(deals("Twice H")).hasSize(2);
  }

  @Test
  void withoutAKeyTheSameNameWithTheSameCompanyIsMeant() {
    String csv = "Deal name,Company,Amount,Stage\nRenewal H,Firm H,10 EUR,New\n";
    run(csv);

    assertThat(outcomes(run(csv))).containsExactly(Outcome.UNCHANGED);
    assertThat(outcomes(run(csv.replace("Firm H", "Other H")))).containsExactly(Outcome.CREATED);
    assertThat(deals("Renewal H")).hasSize(2);
  }

  @Test
  void cellsWithoutAValueAndColumnsThatAreMissingChangeNothing() {
    run(HEADER + ",Deal - Stage,Deal - Notes\nH1,Kept H,10,EUR,Offer made,Note\n");

    ImportJob job = run("Deal - ID,Deal - Title,Deal - Value\nH1,Kept H,\n");

    assertThat(outcomes(job)).containsExactly(Outcome.UNCHANGED);
    assertThat(deal("Kept H").data().stageId()).isEqualTo(stage("Sales", "Offer made").kept());
  }

  @Test
  void ofTwoRowsThatAreTheSameOneIsTaken() {
    ImportJob job =
        run(
            HEADER
                + ",Deal - Stage\nH1,Once H,10,EUR,New\nH1,Once H again,10,EUR,New\n"
                + ",Bare H,5,EUR,New\n,Bare H,5,EUR,New\n");

    assertThat(outcomes(job))
        .containsExactly(
            Outcome.CREATED, Outcome.TWICE_IN_FILE, Outcome.CREATED, Outcome.TWICE_IN_FILE);
  }

  @Test
  void aHundredDealsOfOneNewCompanyMakeOneCompany() {
    StringBuilder csv = new StringBuilder(HEADER).append(",Deal - Organization\n");
    for (int i = 0; i < 1_200; i++) {
      csv.append("H").append(i).append(",Bulk H ").append(i).append(",1,EUR,House H\n");
    }

    ImportJob job = run(csv.toString());

    assertThat(job.counts().created()).isEqualTo(1_200);
    assertThat(house.as(() -> house.companies().matching(null, of("House H")))).hasSize(1);
    assertThat(deal("Bulk H 1199").data().companyId()).isNotNull();
  }

  @Test
  void undoMovesWhatWasCreatedToTheBinAndPutsBackTheRest() {
    run(HEADER + ",Deal - Stage\nH1,Before H,10,EUR,New\n");
    ImportJob job =
        run(
            HEADER
                + ",Deal - Stage,Deal - Organization,Deal - Label\n"
                + "H1,Before H,99,EUR,Offer made,,\nH2,Fresh H,10,EUR,New,Made H,H-Tag\n");

    UndoneImport undone = house.as(() -> house.undo().start(job.id()).join()).orElseThrow();

    assertThat(undone.putBack()).isEqualTo(1);
    assertThat(undone.leftAlone()).isZero();
    assertThat(deal("Before H").data().amount()).isEqualTo(new BigDecimal("10.00"));
    assertThat(deal("Before H").data().stageId()).isEqualTo(stage("Sales", "New").kept());
    assertThat(deals("Fresh H")).isEmpty();
    assertThat(house.as(() -> house.companies().matching(null, of("Made H")))).isEmpty();
  }

  @Test
  void aPreviewWritesNothing() throws IOException {
    BroughtFile file = bring(HEADER + ",Deal - Organization\nH1,Looked H,10,EUR,Seen H\n");

    ImportJob job = house.as(() -> house.imports().preview(table(file), MatchPolicy.UPDATE));
    await(job);

    assertThat(outcomes(job)).containsExactly(Outcome.CREATED);
    assertThat(deals("Looked H")).isEmpty();
    assertThat(house.as(() -> house.companies().matching(null, of("Seen H")))).isEmpty();
  }

  @Test
  void cancelledItLeavesNothing() throws IOException {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (int i = 0; i < 3_000; i++) {
      csv.append("H").append(i).append(",Stopped H,1,EUR\n");
    }
    PausedRows rows = new PausedRows(this, 0, 2_500);
    ImportFile paused = rows.around(table(bring(csv.toString())));
    ImportJob job = house.as(() -> house.imports().start(paused, MatchPolicy.CREATE, new Codes()));

    rows.awaitPause();
    job.cancel();
    rows.goOn();
    await(job);

    assertThat(job.state()).isEqualTo(ImportState.CANCELLED);
    assertThat(deals("Stopped H")).isEmpty();
  }

  @Test
  void theRunIsKnownByWhatItBrought() {
    ImportJob job = run(HEADER + "\nH1,Known by H,1,EUR\n");

    assertThat(
            Objects.requireNonNull(
                house
                    .database()
                    .app()
                    .fetchValue("SELECT kind FROM import_run WHERE id = ?", job.id())))
        .isEqualTo("deals");
  }
}
