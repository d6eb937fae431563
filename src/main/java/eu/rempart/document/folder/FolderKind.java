package eu.rempart.document.folder;

import eu.rempart.db.generated.DocumentFolderSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about folders. */
@Component
class FolderKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.DOCUMENT_FOLDER;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(DocumentFolderSealed.NAME).or("");
  }

  @Override
  public Map<String, String> references() {
    return Map.of("parent_id", "document_folder");
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("documents?folder=" + id);
  }
}
