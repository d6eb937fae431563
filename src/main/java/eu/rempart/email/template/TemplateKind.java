package eu.rempart.email.template;

import eu.rempart.db.generated.EmailTemplateSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What history and bin need to know about templates. */
@Component
class TemplateKind implements RecordKind {

  @Override
  public KeptTable<?, ?, ?> table() {
    return KeptTables.EMAIL_TEMPLATE;
  }

  @Override
  public String displayName(KeptRow row) {
    return row.open(EmailTemplateSealed.NAME).or("");
  }

  @Override
  public Map<String, String> references() {
    return Map.of("member_id", MEMBER);
  }
}
