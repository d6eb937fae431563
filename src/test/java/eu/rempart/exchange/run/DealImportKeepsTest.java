package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.deal.Deal;
import eu.rempart.deal.DealService;
import eu.rempart.deal.line.DealLine;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.exchange.format.ImportOptions;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A deal that is there stays where it is, unless the file names its place surely. */
class DealImportKeepsTest extends DealImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  DealImportKeepsTest() {
    super(house);
  }

  @BeforeAll
  static void pipelines() {
    pipeline("Sales", "New", "Offer made");
    pipeline("Service", "New", "On its way");
    pipeline("Rental", "Asked", "Rented");
  }

  private static void pipeline(String name, String first, String second) {
    List<Stage> stages =
        List.of(
            new Stage(null, first, DealState.OPEN, 1, 10, null),
            new Stage(null, second, DealState.OPEN, 2, 60, null),
            new Stage(null, "Won", DealState.WON, 7, 100, null),
            new Stage(null, "Lost", DealState.LOST, 4, 0, null));
    house.as(() -> house.bean(PipelineService.class).create(name, stages));
  }

  private StageId stageOf(String name) {
    StageId stage = deal(name).data().stageId();
    assertThat(stage).isNotNull();
    return stage;
  }

  private ImportJob into(String csv, @Nullable StageId other) {
    BroughtFile file = bring(csv);
    ImportJob job =
        house.as(
            () -> {
              var found = file.inspect();
              return house
                  .imports()
                  .start(
                      file.table(
                          found, found.proposal(), new ImportOptions(null, ZoneOffset.UTC, other)),
                      MatchPolicy.UPDATE,
                      new Codes());
            });
    await(job);
    return job;
  }

  private static List<ProblemCode> problems(ImportJob job) {
    return job.shown().stream()
        .flatMap(row -> row.row().problems().stream())
        .map(RowProblem::code)
        .toList();
  }

  private static final String PLACED = "Deal - ID,Deal - Title,Deal - Pipeline,Deal - Stage\n";

  @Test
  void aStateThatItHasAlreadyMovesNone() {
    run(
"""
Deal - ID,Deal - Title,Deal - Pipeline,Deal - Stage,Deal - Lost reason
H1,Open H,Service,On its way,
H2,Won H,Service,Won,
H3,Lost H,Rental,Lost,Far
""");

    ImportJob job =
        run(
"""
Deal - ID,Deal - Title,Deal - Status,Deal - Lost reason
H1,Open H,Open,
H2,Won H,Won,
H3,Lost H,Lost,Far
""");

    assertThat(outcomes(job)).containsOnly(Outcome.UNCHANGED);
    assertThat(problems(job)).isEmpty();
    assertThat(stageOf("Open H")).isEqualTo(stage("Service", "On its way").kept());
    assertThat(stageOf("Won H")).isEqualTo(stage("Service", "Won").kept());
    assertThat(stageOf("Lost H")).isEqualTo(stage("Rental", "Lost").kept());
  }

  @Test
  void oneThatEndedGoesToTheEndOfItsOwnPipeline() {
    run(PLACED + "H1,Ends H,Service,On its way\nH2,Fails H,Rental,Asked\n");

    ImportJob job =
        run(
"""
Deal - ID,Deal - Title,Deal - Status,Deal - Lost reason
H1,Ends H,Won,
H2,Fails H,Lost,Too far
""");

    assertThat(outcomes(job)).containsOnly(Outcome.UPDATED);
    assertThat(stageOf("Ends H")).isEqualTo(stage("Service", "Won").kept());
    assertThat(stageOf("Fails H")).isEqualTo(stage("Rental", "Lost").kept());
    assertThat(deal("Fails H").data().lostReason()).isEqualTo("Too far");
  }

  @Test
  void amountsThatDoNotGoWithTheProductsOfADealStayAndSaySo() {
    String csv = HEADER + ",Deal - Pipeline,Deal - Stage\nL1,Lined H,10,EUR,Service,New\n";
    run(csv);
    Deal deal = deal("Lined H");
    DealLine work =
        new DealLine(null, "Work", "h", BigDecimal.TEN, BigDecimal.TEN, "EUR", BigDecimal.ZERO);
    house.as(
        () ->
            house
                .bean(DealService.class)
                .save(
                    deal.id(),
                    deal.version(),
                    deal.data(),
                    deal.data().toBuilder().lines(List.of(work)).build()));

    for (int again = 0; again < 2; again++) {
      ImportJob job = run(csv.replace("10,EUR", "20,USD"));
      assertThat(outcomes(job)).containsExactly(Outcome.UNCHANGED);
      assertThat(problems(job)).containsExactly(ProblemCode.AMOUNT_KEPT);
    }
    assertThat(deal("Lined H").data().amount()).isEqualByComparingTo("10");
    assertThat(deal("Lined H").data().currency()).isEqualTo("EUR");
    assertThat(outcomes(run(csv.replace("10,EUR", "20,EUR")))).containsExactly(Outcome.UPDATED);
    assertThat(deal("Lined H").data().amount()).isEqualByComparingTo("20");
  }

  @Test
  void openAloneReopensNone() {
    run(PLACED + "H1,Over H,Service,Won\n");

    ImportJob job = run("Deal - ID,Deal - Title,Deal - Status\nH1,Over H,Open\n");

    assertThat(outcomes(job)).containsExactly(Outcome.UNCHANGED);
    assertThat(problems(job)).containsExactly(ProblemCode.STAGE_KEPT);
    assertThat(deal("Over H").standing().state()).isEqualTo(DealState.WON);
  }

  @Test
  void ofAStageThatSeveralPipelinesHaveItsOwnIsMeant() {
    run(PLACED + "H1,Own H,Service,On its way\nH2,Third H,Rental,Rented\nH3,Same H,Service,New\n");

    ImportJob job =
        run("Deal - ID,Deal - Title,Deal - Stage\nH1,Own H,New\nH2,Third H,New\nH3,Same H,New\n");

    assertThat(outcomes(job))
        .containsExactly(Outcome.UPDATED, Outcome.UNCHANGED, Outcome.UNCHANGED);
    assertThat(problems(job)).containsExactly(ProblemCode.STAGE_KEPT);
    assertThat(stageOf("Own H")).isEqualTo(stage("Service", "New").kept());
    assertThat(stageOf("Third H")).isEqualTo(stage("Rental", "Rented").kept());
    assertThat(stageOf("Same H")).isEqualTo(stage("Service", "New").kept());
  }

  @Test
  void whatTheFileNamesSurelyIsFollowed() {
    run(PLACED + "H1,Named H,Service,New\nH2,Only H,Service,New\nH3,Pipeline H,Service,New\n");

    ImportJob job = run(PLACED + "H1,Named H,Sales,New\nH2,Only H,,Rented\nH3,Pipeline H,Sales,\n");

    assertThat(outcomes(job)).containsExactly(Outcome.UPDATED, Outcome.UPDATED, Outcome.UNCHANGED);
    assertThat(problems(job)).containsExactly(ProblemCode.STAGE_KEPT);
    assertThat(stageOf("Named H")).isEqualTo(stage("Sales", "New").kept());
    assertThat(stageOf("Only H")).isEqualTo(stage("Rental", "Rented").kept());
    assertThat(stageOf("Pipeline H")).isEqualTo(stage("Service", "New").kept());
  }

  @Test
  void oneThatWasMovedOnByHandSinceStaysThere() {
    String csv = PLACED + "H1,Moved H,Sales,Nowhere\nH2,Elsewhere H,Nowhere,New\n";
    into(csv, stage("Service", "New").kept());
    for (String name : List.of("Moved H", "Elsewhere H")) {
      Deal deal = deal(name);
      house.as(
          () ->
              house
                  .bean(DealService.class)
                  .save(
                      deal.id(),
                      deal.version(),
                      deal.data(),
                      deal.data().toBuilder().stageId(stage("Rental", "Rented").kept()).build()));
    }

    ImportJob job = into(csv, stage("Service", "New").kept());

    assertThat(outcomes(job)).containsOnly(Outcome.UNCHANGED);
    assertThat(problems(job)).containsExactly(ProblemCode.STAGE_KEPT, ProblemCode.STAGE_KEPT);
    assertThat(stageOf("Moved H")).isEqualTo(stage("Rental", "Rented").kept());
    assertThat(stageOf("Elsewhere H")).isEqualTo(stage("Rental", "Rented").kept());
  }
}
