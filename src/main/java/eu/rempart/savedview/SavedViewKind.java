package eu.rempart.savedview;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.SavedViewSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What history and bin need to know about saved views. */
@Component
class SavedViewKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.SAVED_VIEW;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(SavedViewSealed.NAME).or("");
  }

  @Override
  public Map<String, String> references() {
    return Map.of("owner_id", MEMBER);
  }

  /** How a content is written nobody reads. */
  @Override
  public Set<String> hidden() {
    return Set.of("content", "kind");
  }
}
