package eu.rempart.tag;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.generated.TagSealed;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about tags. */
@Component
class TagKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.TAG;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(TagSealed.NAME).or("");
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("tags");
  }
}
