package eu.rempart.deal.ui;

import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stages by their id, as they were when the screen was built. */
public final class StageBook {

  private final List<Pipeline> pipelines;
  private final Map<StageId, Stage> stages = new HashMap<>();
  private final Map<StageId, Pipeline> owners = new HashMap<>();

  StageBook(List<Pipeline> pipelines) {
    this.pipelines = List.copyOf(pipelines);
    for (Pipeline pipeline : pipelines) {
      for (Stage stage : pipeline.stages()) {
        stages.put(stage.kept(), stage);
        owners.put(stage.kept(), pipeline);
      }
    }
  }

  public List<Pipeline> pipelines() {
    return pipelines;
  }

  Optional<Pipeline> pipeline(PipelineId id) {
    return pipelines.stream().filter(pipeline -> pipeline.id().equals(id)).findFirst();
  }

  public Optional<Stage> stage(@Nullable StageId id) {
    return Optional.ofNullable(id == null ? null : stages.get(id));
  }

  Optional<Pipeline> pipelineOf(StageId stage) {
    return Optional.ofNullable(owners.get(stage));
  }

  /** Its name, before which that of its pipeline stands where there are several. */
  public String name(@Nullable StageId id) {
    return stage(id)
        .map(
            stage ->
                pipelines.size() == 1
                    ? stage.name()
                    : Objects.requireNonNull(owners.get(id)).name() + " · " + stage.name())
        .orElse("…");
  }

  /** Whether a deal that came there then has waited for longer than the stage allows. */
  public boolean wantsCare(StageId stage, Instant since, Instant now) {
    Integer days = stage(stage).map(Stage::rottingDays).orElse(null);
    return days != null && Duration.between(since, now).toDays() >= days;
  }
}
