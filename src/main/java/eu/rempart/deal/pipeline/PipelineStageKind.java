package eu.rempart.deal.pipeline;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.PipelineStageSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What history and bin need to know about stages: parts of a pipeline, with a name of their own.
 */
@Component
class PipelineStageKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.PIPELINE_STAGE;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(PipelineStageSealed.NAME).or("");
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("kind", "deal.state.");
  }

  @Override
  public Set<String> hidden() {
    return Set.of("position", "tone");
  }

  @Override
  public boolean isLink() {
    return false;
  }
}
