package eu.rempart.exchange.run.deal;

import eu.rempart.deal.Deal;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineId;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.deal.pipeline.StageId;
import eu.rempart.exchange.format.ImportedDeal;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.value.TextKey;
import eu.rempart.exchange.value.Words;
import java.util.Comparator;
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
    return !deal.stage().isEmpty()
        || !deal.pipeline().isEmpty()
        || deal.state() != null
        || deal.closed();
  }

  /**
   * Where the deal is to stand.
   *
   * @param there the deal that the row means; null where it makes a new one. One that is there
   *     stays where it is unless the row names its place surely: what is only guessed for a new
   *     deal moves none
   */
  Standing of(ImportedDeal deal, @Nullable Deal there) {
    if (there != null && !isSaid(deal)) {
      return stays(there, null);
    }
    List<Pipeline> all = there == null ? pipelines : itsOwnFirst(there);
    String stageName = deal.stage();
    String pipelineName = deal.pipeline();
    Optional<Pipeline> named = pipeline(all, pipelineName);
    List<Pipeline> among = named.map(List::of).orElse(all);
    List<Stage> called = stages(among, stageName);
    Matcher both = WITH_PIPELINE.matcher(stageName);
    if (called.isEmpty() && both.matches()) {
      stageName = both.group(1);
      if (pipelineName.isEmpty()) {
        pipelineName = both.group(2);
        named = pipeline(all, pipelineName);
        among = named.map(List::of).orElse(all);
      }
      called = stages(among, stageName);
    }
    if (!pipelineName.isEmpty() && named.isEmpty()) {
      return replaced(deal.state(), there, ProblemCode.PIPELINE_UNKNOWN);
    }
    DealState state = deal.state();
    if (state == null && called.isEmpty()) {
      state = Words.dealState(stageName).orElse(null);
    }
    if (state == null && deal.closed()) {
      called = called.stream().filter(stage -> !stage.open()).toList();
      if (called.isEmpty() && there != null && !there.standing().state().equals(DealState.OPEN)) {
        return stays(there, null);
      }
      if (called.isEmpty()) {
        // it is over, and nothing tells whether it was won
        return replaced(null, there, ProblemCode.STAGE_UNKNOWN);
      }
    }
    if (called.isEmpty() && !stageName.isEmpty() && !isOver(state)) {
      return replaced(state, there, ProblemCode.STAGE_UNKNOWN);
    }
    if (there != null) {
      return moved(there, named.orElse(null), among, called, state);
    }
    Optional<Stage> found = called.stream().findFirst();
    DealState ended = isOver(state) ? state : null;
    Optional<Pipeline> home =
        found.isPresent() ? among.stream().filter(p -> has(p, found.get())).findFirst() : named;
    return home.or(() -> pipelines.stream().findFirst())
        .map(pipeline -> standing(pipeline, found.orElse(null), ended))
        .orElseGet(() -> Standing.none(ProblemCode.STAGE_UNKNOWN));
  }

  /**
   * Where one goes that is there.
   *
   * @param among the pipelines that the row may mean, its own before others
   * @param called their stages of that name
   */
  private Standing moved(
      Deal there,
      @Nullable Pipeline named,
      List<Pipeline> among,
      List<Stage> called,
      @Nullable DealState state) {
    StageId now = there.data().stageId();
    Optional<Stage> same = called.stream().filter(stage -> stage.kept().equals(now)).findFirst();
    Stage stage = same.or(() -> called.stream().findFirst()).orElse(null);
    PipelineId own = there.standing().pipelineId();
    Pipeline home = named;
    if (stage != null) {
      Stage meant = stage;
      home = among.stream().filter(p -> has(p, meant)).findFirst().orElseThrow();
      if (named == null && !home.id().equals(own) && called.size() > 1) {
        // other pipelines have it, and nothing says which is meant
        stage = null;
        home = null;
      }
    }
    if (state != null && isOver(state) && (stage == null || stage.state() != state)) {
      return ended(there, home, state);
    }
    if (stage != null) {
      return new Standing(stage, null, null);
    }
    boolean stands =
        called.isEmpty()
            && (home == null || home.id().equals(own))
            && (state == null || state == there.standing().state());
    return stays(there, stands ? null : ProblemCode.STAGE_KEPT);
  }

  /** One that ended so stays where it is; others go to the end of this pipeline, or their own. */
  private Standing ended(Deal there, @Nullable Pipeline home, DealState state) {
    PipelineId own = there.standing().pipelineId();
    PipelineId goal = home == null ? own : home.id();
    if (goal.equals(own) && there.standing().state() == state) {
      return stays(there, null);
    }
    return pipelines.stream()
        .filter(pipeline -> pipeline.id().equals(goal))
        .findFirst()
        .map(pipeline -> new Standing(pipeline.first(state), null, null))
        .orElseGet(() -> stays(there, ProblemCode.STAGE_KEPT));
  }

  private Standing stays(Deal there, @Nullable ProblemCode problem) {
    StageId now = there.data().stageId();
    Stage stage =
        pipelines.stream()
            .flatMap(pipeline -> pipeline.stages().stream())
            .filter(one -> one.kept().equals(now))
            .findFirst()
            .orElseGet(() -> new Stage(now, "", there.standing().state(), 0, 0, null));
    return new Standing(stage, null, problem);
  }

  private List<Pipeline> itsOwnFirst(Deal there) {
    PipelineId own = there.standing().pipelineId();
    return pipelines.stream()
        .sorted(Comparator.comparing((Pipeline pipeline) -> !pipeline.id().equals(own)))
        .toList();
  }

  private static Standing standing(
      Pipeline pipeline, @Nullable Stage stage, @Nullable DealState ended) {
    if (ended == null || (stage != null && stage.state() == ended)) {
      return new Standing(stage == null ? pipeline.first(DealState.OPEN) : stage, null, null);
    }
    return new Standing(
        pipeline.first(ended), stage != null && stage.open() ? stage.kept() : null, null);
  }

  /**
   * The stage that was chosen for such deals; those that are over go to its pipeline's end. One
   * that is there may have been moved on by hand since, and stays.
   */
  private Standing replaced(@Nullable DealState state, @Nullable Deal there, ProblemCode problem) {
    for (Pipeline pipeline : pipelines) {
      Optional<Stage> chosen = other == null ? Optional.empty() : pipeline.stage(other);
      if (chosen.isPresent() && there != null) {
        return state != null && isOver(state)
            ? ended(there, null, state)
            : stays(there, ProblemCode.STAGE_KEPT);
      }
      if (chosen.isPresent()) {
        Standing standing = standing(pipeline, chosen.get(), isOver(state) ? state : null);
        return new Standing(standing.stage(), standing.before(), ProblemCode.STAGE_REPLACED);
      }
    }
    return Standing.none(problem);
  }

  private static Optional<Pipeline> pipeline(List<Pipeline> all, String name) {
    String key = TextKey.of(name);
    return key.isEmpty()
        ? Optional.empty()
        : all.stream().filter(one -> TextKey.of(one.name()).equals(key)).findFirst();
  }

  private static List<Stage> stages(List<Pipeline> among, String name) {
    String key = TextKey.of(name);
    return key.isEmpty()
        ? List.of()
        : among.stream()
            .flatMap(pipeline -> pipeline.stages().stream())
            .filter(stage -> TextKey.of(stage.name()).equals(key))
            .toList();
  }

  private static boolean isOver(@Nullable DealState state) {
    return state == DealState.WON || state == DealState.LOST;
  }

  private static boolean has(Pipeline pipeline, Stage stage) {
    return pipeline.stages().contains(stage);
  }
}
