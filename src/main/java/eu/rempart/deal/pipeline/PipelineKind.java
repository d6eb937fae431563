package eu.rempart.deal.pipeline;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.PipelineSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about pipelines. */
@Component
class PipelineKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.PIPELINE;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(PipelineSealed.NAME).or("");
  }

  @Override
  public Set<String> hidden() {
    return Set.of("position");
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("pipelines");
  }
}
