package eu.rempart.document.file;

import eu.rempart.db.generated.DocumentFileSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What history and bin need to know about the files of documents: parts of them. */
@Component
class DocumentFileKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.DOCUMENT_FILE;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(DocumentFileSealed.NAME).or("");
  }

  @Override
  public Set<String> hidden() {
    return Set.of("content_key", "chunks", "size", "media_type");
  }
}
