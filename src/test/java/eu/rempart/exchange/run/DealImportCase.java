package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.deal.Deal;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.NamedDeals;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.exchange.run.result.Outcome;
import eu.rempart.exchange.run.result.RowResult;
import java.util.List;

/** What tests of imports of deals have in common: two pipelines, and deals by their names. */
abstract class DealImportCase extends ImportCase {

  static final String HEADER = "Deal - ID,Deal - Title,Deal - Value,Deal - Currency";

  private final ImportHouse house;

  DealImportCase(ImportHouse house) {
    super(house);
    this.house = house;
  }

  /** Opens the pipelines that the tables speak of, once for all tests of a class. */
  static void openPipelines(ImportHouse house) {
    house.as(() -> house.bean(PipelineService.class).create("Sales", stages("Offer made")));
    house.as(() -> house.bean(PipelineService.class).create("Service", stages("On its way")));
  }

  private static List<Stage> stages(String second) {
    return List.of(
        new Stage(null, "New", DealState.OPEN, 1, 10, null),
        new Stage(null, second, DealState.OPEN, 2, 60, null),
        new Stage(null, "Won", DealState.WON, 7, 100, null),
        new Stage(null, "Lost", DealState.LOST, 4, 0, null));
  }

  Stage stage(String pipeline, String name) {
    return house.as(() -> house.bean(PipelineService.class).all()).stream()
        .filter(one -> one.name().equals(pipeline))
        .map(Pipeline::stages)
        .flatMap(List::stream)
        .filter(stage -> stage.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  List<Deal> deals(String name) {
    return house.as(
        () -> {
          List<DealId> ids =
              house.bean(NamedDeals.class).of(List.of(of(name))).values().stream()
                  .flatMap(List::stream)
                  .toList();
          return house.bean(DealService.class).findAll(ids);
        });
  }

  Deal deal(String name) {
    assertThat(deals(name)).hasSize(1);
    return deals(name).getFirst();
  }

  static List<Outcome> outcomes(ImportJob job) {
    return job.shown().stream().map(RowResult::outcome).toList();
  }
}
