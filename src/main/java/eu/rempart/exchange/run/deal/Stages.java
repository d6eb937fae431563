package eu.rempart.exchange.run.deal;

import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.exchange.format.ImportedDeal;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.value.TextKey;
import eu.rempart.exchange.value.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the stage that a row means, by what the file calls it and its pipeline. */
final class Stages {

  /** HubSpot may write the pipeline behind the stage. */
  private static final Pattern WITH_PIPELINE = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");

  private final List<Pipeline> pipelines;
  private final @Nullable StageId other;

  /**
   * As they are now.
   *
   * @param other where deals go whose stage or pipeline nobody knows; null to refuse them
   */
  Stages(List<Pipeline> pipelines, @Nullable StageId other) {
    this.pipelines = pipelines;
    this.other = other;
  }

  /**
   * Where a deal is to stand.
   *
   * @param stage null where the row can't be kept
   * @param before the open stage in which a deal stood that is won or lost
   * @param problem why there is none, or that it is another one
   */
  record Standing(@Nullable Stage stage, @Nullable StageId before, @Nullable ProblemCode problem) {

    static Standing none(ProblemCode problem) {
      return new Standing(null, null, problem);
    }
  }

  /** Whether the row says anything of where the deal stands. */
  static boolean isSaid(ImportedDeal deal) {
    return !deal.stage().isEmpty() || !deal.pipeline().isEmpty() || deal.state() != null;
  }

  Standing of(ImportedDeal deal) {
    String stageName = deal.stage();
    String pipelineName = deal.pipeline();
    Optional<Pipeline> named = pipeline(pipelineName);
    List<Pipeline> among = named.map(List::of).orElse(pipelines);
    Optional<Stage> stage = stage(among, stageName);
    Matcher both = WITH_PIPELINE.matcher(stageName);
    if (stage.isEmpty() && both.matches()) {
      stageName = both.group(1);
      if (pipelineName.isEmpty()) {
        pipelineName = both.group(2);
        named = pipeline(pipelineName);
        among = named.map(List::of).orElse(pipelines);
      }
      stage = stage(among, stageName);
    }
    if (!pipelineName.isEmpty() && named.isEmpty()) {
      return replaced(deal.state(), ProblemCode.PIPELINE_UNKNOWN);
    }
    DealState state = deal.state();
    if (state == null && stage.isEmpty()) {
      state = Words.dealState(stageName).orElse(null);
    }
    boolean ended = state == DealState.WON || state == DealState.LOST;
    if (stage.isEmpty() && !stageName.isEmpty() && !ended) {
      return replaced(state, ProblemCode.STAGE_UNKNOWN);
    }
    Optional<Stage> found = stage;
    DealState said = state;
    Optional<Pipeline> home =
        found.isPresent() ? among.stream().filter(p -> has(p, found.get())).findFirst() : named;
    return home.or(() -> pipelines.stream().findFirst())
        .map(pipeline -> standing(pipeline, found.orElse(null), ended ? said : null))
        .orElseGet(() -> Standing.none(ProblemCode.STAGE_UNKNOWN));
  }

  private static Standing standing(
      Pipeline pipeline, @Nullable Stage stage, @Nullable DealState ended) {
    if (ended == null || (stage != null && stage.state() == ended)) {
      return new Standing(stage == null ? pipeline.first(DealState.OPEN) : stage, null, null);
    }
    return new Standing(
        pipeline.first(ended), stage != null && stage.open() ? stage.kept() : null, null);
  }

  /** The stage that was chosen for such deals; those that are over go to its pipeline's end. */
  private Standing replaced(@Nullable DealState state, ProblemCode problem) {
    for (Pipeline pipeline : pipelines) {
      Optional<Stage> chosen = other == null ? Optional.empty() : pipeline.stage(other);
      if (chosen.isPresent()) {
        boolean ended = state == DealState.WON || state == DealState.LOST;
        Standing standing = standing(pipeline, chosen.get(), ended ? state : null);
        return new Standing(standing.stage(), standing.before(), ProblemCode.STAGE_REPLACED);
      }
    }
    return Standing.none(problem);
  }

  private Optional<Pipeline> pipeline(String name) {
    String key = TextKey.of(name);
    return key.isEmpty()
        ? Optional.empty()
        : pipelines.stream().filter(one -> TextKey.of(one.name()).equals(key)).findFirst();
  }

  private static Optional<Stage> stage(List<Pipeline> among, String name) {
    String key = TextKey.of(name);
    return key.isEmpty()
        ? Optional.empty()
        : among.stream()
            .flatMap(pipeline -> pipeline.stages().stream())
            .filter(stage -> TextKey.of(stage.name()).equals(key))
            .findFirst();
  }

  private static boolean has(Pipeline pipeline, Stage stage) {
    return pipeline.stages().contains(stage);
  }
}
