package eu.rempart.deal;

import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.DealSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about deals. */
@Component
class DealKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.DEAL;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(DealSealed.NAME)) {
      case Opened.Clear<String>(var name) -> name == null ? "" : name;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> references() {
    return Map.of(
        "tags", "tag", "owner_id", MEMBER, "company_id", "company", "stage_id", "pipeline_stage");
  }

  /** What follows from the stage is no change of its own. */
  @Override
  public Set<String> hidden() {
    return Set.of("pipeline_id", "state", "stage_since", "stage_before", "closed_at", "position");
  }

  @Override
  public Optional<ColumnParts> parts(String column) {
    return CustomParts.of(column);
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("deals/" + id);
  }
}
