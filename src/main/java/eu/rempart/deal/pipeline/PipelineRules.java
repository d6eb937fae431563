package eu.rempart.deal.pipeline;

import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.InvalidFieldException.Problem;
import java.util.List;

/** What a pipeline must be like to be kept. */
public final class PipelineRules {

  public static final int MAX_NAME = 100;
  public static final int MAX_STAGES = 20;
  public static final int MAX_DAYS = 3650;

  private PipelineRules() {}

  /**
   * Passes, or says what is wrong.
   *
   * @throws InvalidFieldException for the first wrong field
   */
  public static void check(String name, List<Stage> stages) {
    name("pipeline.field.name", name);
    stages.forEach(PipelineRules::check);
    long open = stages.stream().filter(Stage::open).count();
    if (open == 0
        || one(stages, DealState.WON) != 1
        || one(stages, DealState.LOST) != 1
        || stages.size() > MAX_STAGES) {
      throw new InvalidFieldException("pipeline_stage.field.kind", Problem.BAD_REFERENCE);
    }
  }

  private static long one(List<Stage> stages, DealState state) {
    return stages.stream().filter(stage -> stage.state() == state).count();
  }

  private static void check(Stage stage) {
    name("pipeline_stage.field.name", stage.name());
    if (stage.probability() < 0 || stage.probability() > 100) {
      throw new InvalidFieldException("pipeline_stage.field.probability", Problem.TOO_LONG);
    }
    Integer days = stage.rottingDays();
    if (days != null && (days < 1 || days > MAX_DAYS)) {
      throw new InvalidFieldException("pipeline_stage.field.rotting_days", Problem.TOO_LONG);
    }
  }

  private static void name(String field, String name) {
    if (name.isBlank()) {
      throw new InvalidFieldException(field, Problem.REQUIRED);
    }
    if (name.length() > MAX_NAME) {
      throw new InvalidFieldException(field, Problem.TOO_LONG);
    }
  }
}
