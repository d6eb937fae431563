package eu.rempart.deal.pipeline;

import eu.rempart.account.Rights;
import eu.rempart.db.TestDatabase;
import eu.rempart.db.Writes;
import eu.rempart.db.sealed.TestSealing;
import java.util.List;

/** A service of pipelines over a test database, and stages to make pipelines of. */
public final class TestPipelines {

  /** Lead 10 %, Offer 50 % (rots after 14 days), Won, Lost. */
  public static final List<Stage> STAGES =
      List.of(
          stage("Lead", DealState.OPEN, 10, null),
          stage("Offer", DealState.OPEN, 50, 14),
          stage("Won", DealState.WON, 100, null),
          stage("Lost", DealState.LOST, 0, null));

  private TestPipelines() {}

  public static PipelineService service(TestDatabase database, Writes writes, Rights rights) {
    return new PipelineService(
        new PipelineRepository(database.app(), new TestSealing()), writes, rights);
  }

  public static Stage stage(
      String name,
      DealState state,
      int probability,
      @org.jspecify.annotations.Nullable Integer days) {
    return new Stage(null, name, state, probability % Stage.TONES, probability, days);
  }
}
