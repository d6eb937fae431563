package eu.rempart.privacy;

import eu.rempart.db.generated.ConsentSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import org.springframework.stereotype.Component;

/** What history and bin need to know about consents. */
@Component
class ConsentKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.CONSENT;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(ConsentSealed.PURPOSE).or("");
  }
}
