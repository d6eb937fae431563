package eu.rempart.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.db.Reason;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.deal.DealId;
import eu.rempart.deal.TestDeals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PipelineServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestDeals house;

  @BeforeEach
  void open() throws Exception {
    house = new TestDeals(database);
  }

  private Removal remove(StageId stage, @org.jspecify.annotations.Nullable StageId to)
      throws Exception {
    return house.as(Role.MANAGER, () -> house.pipelines.remove(stage, to));
  }

  @Test
  void keepsEveryValueOfAPipelineAndItsStages() throws Exception {
    Pipeline kept = house.pipeline();

    assertThat(kept.name()).isEqualTo("Sales");
    assertThat(kept.stages())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
        .isEqualTo(TestPipelines.STAGES);
    assertThat(kept.first(DealState.LOST).name()).isEqualTo("Lost");
  }

  @Test
  void savesNamesOrderAndNewStages() throws Exception {
    Pipeline before = house.pipeline();
    List<Stage> stages = new ArrayList<>(before.stages());
    Stage lead = stages.removeFirst();
    stages.add(1, new Stage(lead.id(), "First talk", DealState.OPEN, 5, 20, 30));
    stages.add(1, TestPipelines.stage("Trial", DealState.OPEN, 30, 7));

    assertThat(house.as(Role.MANAGER, () -> house.pipelines.save(before, "Direct sales", stages)))
        .isTrue();

    Pipeline after = house.pipeline();
    assertThat(after.name()).isEqualTo("Direct sales");
    assertThat(after.stages())
        .extracting(Stage::name)
        .containsExactly("Offer", "Trial", "First talk", "Won", "Lost");
    assertThat(after.stages().get(2))
        .isEqualTo(new Stage(lead.id(), "First talk", DealState.OPEN, 5, 20, 30));
    assertThat(KeptTables.PIPELINE_STAGE.versionsOf(database.app(), lead.kept().value()))
        .hasSize(2);
  }

  @Test
  void managersShapePipelinesAndOthersOnlySeeThem() throws Exception {
    Pipeline known = house.pipeline();
    List<Callable<?>> doors =
        List.of(
            () -> house.pipelines.create("Other", TestPipelines.STAGES),
            () -> house.pipelines.save(known, "Other", TestPipelines.STAGES),
            () -> house.pipelines.move(house.pipelineId, true),
            () -> house.pipelines.remove(house.stage(0), null),
            () -> house.pipelines.remove(house.pipelineId, null));
    for (Role role : List.of(Role.MEMBER, Role.READER, Role.ENGINEER)) {
      for (Callable<?> door : doors) {
        assertThatThrownBy(() -> house.as(role, door))
            .as("%s", role)
            .isInstanceOf(NotPermittedException.class);
      }
    }
    assertThat(house.as(Role.READER, () -> house.pipelines.all())).isNotEmpty();
    assertThatThrownBy(() -> house.as(Role.ENGINEER, () -> house.pipelines.all()))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void theFirstPipelineIsMadeOnce() throws Exception {
    List<Pipeline> known = house.as(Role.READER, () -> house.pipelines.all());

    assertThat(
            house.as(
                Role.MEMBER, () -> house.pipelines.allOrFirst("Another", TestPipelines.STAGES)))
        .isEqualTo(known);
  }

  @Test
  void aStageInWhichDealsStandAsksWhereTheyGoAndLosesNone() throws Exception {
    StageId lead = house.stage(0);
    StageId offer = house.stage(1);
    DealId open = house.deal("Roof", offer);
    DealId second = house.deal("Floor", offer);

    assertThat(remove(offer, null)).isEqualTo(new Removal.Occupied(2));
    assertThat(remove(offer, offer)).isEqualTo(new Removal.Occupied(2));
    assertThat(house.pipeline().stage(offer)).isPresent();

    assertThat(remove(offer, lead)).isEqualTo(new Removal.Done());
    assertThat(house.pipeline().stage(offer)).isEmpty();
    assertThat(house.now(open).data().stageId()).isEqualTo(lead);
    assertThat(house.now(second).data().stageId()).isEqualTo(lead);
    assertThat(remove(offer, lead)).isEqualTo(new Removal.Gone());
  }

  @Test
  void aPipelineKeepsOneOpenStageAndThePlacesForWonAndLost() throws Exception {
    assertThat(remove(house.stage(2), null)).isEqualTo(new Removal.Needed());
    assertThat(remove(house.stage(1), null)).isEqualTo(new Removal.Done());
    assertThat(remove(house.stage(0), null)).isEqualTo(new Removal.Needed());
    assertThatThrownBy(
            () ->
                house.as(
                    Role.MANAGER,
                    () -> house.pipelines.create("Endless", TestPipelines.STAGES.subList(0, 3))))
        .isInstanceOf(InvalidFieldException.class);
    assertThatThrownBy(
            () -> house.as(Role.MANAGER, () -> house.pipelines.create(" ", TestPipelines.STAGES)))
        .isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsNotWrittenOver() throws Exception {
    Pipeline shown = house.pipeline();
    List<Stage> theirs = new ArrayList<>(shown.stages());
    Stage lead = theirs.removeFirst();
    theirs.addFirst(new Stage(lead.id(), "Theirs", DealState.OPEN, lead.tone(), 15, null));
    assertThat(house.as(Role.MANAGER, () -> house.pipelines.save(shown, shown.name(), theirs)))
        .isTrue();

    assertThat(
            house.as(
                Role.MANAGER, () -> house.pipelines.save(shown, "Renamed by me", shown.stages())))
        .isFalse();
    assertThat(house.pipeline().name()).isEqualTo(shown.name());
    assertThat(house.pipeline().stages().getFirst().name()).isEqualTo("Theirs");

    remove(house.stage(1), null);
    Pipeline now = house.pipeline();
    assertThat(house.as(Role.MANAGER, () -> house.pipelines.save(now, "Now", now.stages())))
        .isTrue();
    assertThat(house.as(Role.MANAGER, () -> house.pipelines.save(now, "Gone", now.stages())))
        .isFalse();
  }

  @Test
  void twoWhoEachRemoveOneOfTheLastTwoStagesLeaveOne() throws Exception {
    StageId first = house.stage(0);
    StageId second = house.stage(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Removal> theirs =
          house.as(
              Role.MANAGER,
              () ->
                  house.writes.inTransaction(
                      Reason.ARCHIVE,
                      _ -> {
                        assertThat(house.pipelines.remove(first, null))
                            .isEqualTo(new Removal.Done());
                        Future<Removal> begun = other.submit(() -> remove(second, null));
                        // whoever does not wait is done by now
                        assertThatThrownBy(() -> begun.get(1, TimeUnit.SECONDS))
                            .isInstanceOf(TimeoutException.class);
                        return begun;
                      }));
      assertThat(theirs.get(30, TimeUnit.SECONDS)).isEqualTo(new Removal.Needed());
    }
    assertThat(house.pipeline().open()).extracting(Stage::kept).containsExactly(second);
  }

  @Test
  void theDealsOfAPipelineThatGoesStandInAnother() throws Exception {
    PipelineId other =
        house.as(Role.MANAGER, () -> house.pipelines.create("Renewals", TestPipelines.STAGES));
    DealId open = house.deal("Roof", house.stage(1));
    DealId won = house.deal("Floor", house.stage(2));

    assertThat(house.as(Role.MANAGER, () -> house.pipelines.remove(house.pipelineId, null)))
        .isEqualTo(new Removal.Occupied(2));
    assertThat(house.as(Role.MANAGER, () -> house.pipelines.remove(house.pipelineId, other)))
        .isEqualTo(new Removal.Done());

    Pipeline renewals = house.as(Role.READER, () -> house.pipelines.find(other).orElseThrow());
    assertThat(house.now(open).data().stageId()).isEqualTo(renewals.first(DealState.OPEN).id());
    assertThat(house.now(won).data().stageId()).isEqualTo(renewals.first(DealState.WON).id());
    assertThat(house.now(won).standing().pipelineId()).isEqualTo(other);
  }

  private List<PipelineId> order() throws Exception {
    return house.as(Role.READER, () -> house.pipelines.all()).stream().map(Pipeline::id).toList();
  }

  @Test
  void pipelinesTradePlacesAndStayAtTheEnds() throws Exception {
    PipelineId last =
        house.as(Role.MANAGER, () -> house.pipelines.create("Last", TestPipelines.STAGES));
    List<PipelineId> before = order();
    assertThat(before.getLast()).isEqualTo(last);
    assertThat(house.as(Role.MANAGER, () -> house.pipelines.move(last, false))).isTrue();
    assertThat(order()).isEqualTo(before);

    assertThat(house.as(Role.MANAGER, () -> house.pipelines.move(last, true))).isTrue();
    List<PipelineId> swapped = new ArrayList<>(before);
    swapped.add(swapped.size() - 2, swapped.removeLast());
    assertThat(order()).isEqualTo(swapped);

    assertThat(house.as(Role.MANAGER, () -> house.pipelines.move(last, false))).isTrue();
    assertThat(order()).isEqualTo(before);
    for (int i = 0; i < before.size(); i++) {
      house.as(Role.MANAGER, () -> house.pipelines.move(last, true));
    }
    assertThat(order()).first().isEqualTo(last);
    assertThat(house.as(Role.MANAGER, () -> house.pipelines.remove(last, null)))
        .isEqualTo(new Removal.Done());
    assertThat(house.as(Role.MANAGER, () -> house.pipelines.move(last, true)))
        .as("it is gone")
        .isFalse();
  }
}
