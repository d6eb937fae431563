package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.format.RowProblem;
import eu.rempart.exchange.run.result.Outcome;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a file calls closed is not lost for that. */
class ClosedDealImportTest extends DealImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  private static final String HUBSPOT = "Record ID,Deal Name,Deal Stage,Pipeline,Is Deal Closed?";

  ClosedDealImportTest() {
    super(house);
  }

  @BeforeAll
  static void pipeline() {
    List<Stage> stages =
        List.of(
            new Stage(null, "New", DealState.OPEN, 1, 10, null),
            new Stage(null, "Signed", DealState.WON, 7, 100, null),
            new Stage(null, "Gone", DealState.LOST, 4, 0, null));
    house.as(() -> house.bean(PipelineService.class).create("Sales", stages));
  }

  private DealState state(String name) {
    return deal(name).standing().state();
  }

  private static List<ProblemCode> problems(ImportJob job) {
    return job.shown().stream()
        .flatMap(row -> row.row().problems().stream())
        .map(RowProblem::code)
        .toList();
  }

  @Test
  void theStageTellsHowItEnded() {
    ImportJob job =
        run(
            HUBSPOT
                + "\nH1,Won H,Closed won,Sales,true\nH2,Ours H,Signed,Sales,true"
                + "\nH3,Lost H,Closed lost,Sales,true\nH4,Open H,New,Sales,false\n");

    assertThat(outcomes(job)).containsOnly(Outcome.CREATED);
    assertThat(state("Won H")).isEqualTo(DealState.WON);
    assertThat(state("Ours H")).isEqualTo(DealState.WON);
    assertThat(state("Lost H")).isEqualTo(DealState.LOST);
    assertThat(state("Open H")).isEqualTo(DealState.OPEN);
  }

  @Test
  void whatNothingTellsOfIsRefusedAndWhatEndedHereStaysSo() {
    run(HUBSPOT + "\nH1,There H,Signed,Sales,\n");

    ImportJob job = run(HUBSPOT + "\nH1,There H,,,true\nH2,Unsaid H,New,Sales,true\n");

    assertThat(outcomes(job)).containsExactly(Outcome.UNCHANGED, Outcome.REFUSED);
    assertThat(problems(job)).containsExactly(ProblemCode.STAGE_UNKNOWN);
    assertThat(state("There H")).isEqualTo(DealState.WON);
  }

  @Test
  void closedAndNotWonIsLost() {
    run(HUBSPOT + ",Is Closed Won\nH1,Fails H,,Sales,true,false\nH2,Wins H,,Sales,true,true\n");

    assertThat(state("Fails H")).isEqualTo(DealState.LOST);
    assertThat(state("Wins H")).isEqualTo(DealState.WON);
  }
}
