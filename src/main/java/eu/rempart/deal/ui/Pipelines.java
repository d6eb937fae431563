package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.deal.pipeline.FirstStages;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.deal.pipeline.Stage;
import eu.rempart.shell.text.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The pipelines as screens need them: whoever may write and comes first finds one to begin with.
 */
@Component
public final class Pipelines {

  private final PipelineService pipelines;
  private final CurrentMember member;

  Pipelines(PipelineService pipelines, CurrentMember member) {
    this.pipelines = pipelines;
    this.member = member;
  }

  /** All of them; none only for a reader who comes before everybody else. */
  public List<Pipeline> all() {
    return member.may(Right.WRITE_RECORDS, "deal")
        ? pipelines.allOrFirst(t(FirstStages.NAME), firstStages())
        : pipelines.all();
  }

  public StageBook book() {
    return new StageBook(all());
  }

  /** What a new pipeline begins with, in the words of whoever makes it. */
  public static List<Stage> firstStages() {
    return FirstStages.of(Texts::t);
  }
}
