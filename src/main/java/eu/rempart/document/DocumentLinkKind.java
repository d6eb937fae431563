package eu.rempart.document;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import org.springframework.stereotype.Component;

/** What history and bin need to know about what documents are linked with. */
@Component
class DocumentLinkKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.DOCUMENT_LINK;
  }

  @Override
  public String displayName(KeptRow row) {
    return "";
  }
}
