package eu.rempart.contact;

import eu.rempart.db.generated.ContactCompanySealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What history and bin need to know about who works where. */
@Component
class LinkKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.CONTACT_COMPANY;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(ContactCompanySealed.JOB_TITLE).or("");
  }

  @Override
  public Map<String, String> codes() {
    return Map.of("role", "contact.role.");
  }

  @Override
  public Map<String, String> references() {
    return Map.of("contact_id", "contact", "company_id", "company");
  }
}
