package eu.rempart.document;

import eu.rempart.customfield.CustomParts;
import eu.rempart.db.generated.DocumentSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.db.sealed.Opened;
import eu.rempart.history.ColumnParts;
import eu.rempart.history.RecordKind;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What history and bin need to know about documents. */
@Component
class DocumentKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.DOCUMENT;
  }

  @Override
  public String displayName(KeptRow row) {
    return switch (row.open(DocumentSealed.NAME)) {
      case Opened.Clear<String>(var name) -> name == null ? "" : name;
      case Opened.Unopenable<String>(var code) -> code;
    };
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("kind", "document.sort.", "state", "document.state.");
  }

  @Override
  public Map<String, String> references() {
    return Map.of(
        "owner_id",
        MEMBER,
        "folder_id",
        "document_folder",
        "file_id",
        "document_file",
        "tags",
        "tag");
  }

  @Override
  public Optional<ColumnParts> parts(String column) {
    return CustomParts.of(column);
  }

  @Override
  public Optional<String> path(UUID id) {
    return Optional.of("documents/" + id);
  }
}
