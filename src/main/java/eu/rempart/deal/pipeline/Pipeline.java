package eu.rempart.deal.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * A pipeline with its stages in their order: the open ones, then won and lost.
 *
 * @param name as it opens; its short code where it doesn't
 */
public record Pipeline(PipelineId id, String name, List<Stage> stages) {

  public Pipeline {
    stages = List.copyOf(stages);
  }

  public List<Stage> open() {
    return stages.stream().filter(Stage::open).toList();
  }

  /** Where a deal that ends so goes; for OPEN the first stage. */
  public Stage first(DealState state) {
    return stages.stream().filter(stage -> stage.state() == state).findFirst().orElseThrow();
  }

  /** The same without a stage. */
  public Pipeline without(StageId gone) {
    return new Pipeline(
        id, name, stages.stream().filter(stage -> !gone.equals(stage.id())).toList());
  }

  public Optional<Stage> stage(StageId stage) {
    return stages.stream().filter(one -> stage.equals(one.id())).findFirst();
  }

  /** Names are customer data. */
  @Override
  public String toString() {
    return "Pipeline[" + id + "]";
  }
}
