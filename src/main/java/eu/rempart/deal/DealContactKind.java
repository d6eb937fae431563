package eu.rempart.deal;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What history and bin need to know about who takes part in a deal. */
@Component
class DealContactKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.DEAL_CONTACT;
  }

  @Override
  public String displayName(KeptRow row) {
    return "";
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("role", "deal.role.");
  }

  @Override
  public Map<String, String> references() {
    return Map.of("deal_id", "deal", "contact_id", "contact");
  }
}
