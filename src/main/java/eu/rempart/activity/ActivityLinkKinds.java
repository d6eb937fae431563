package eu.rempart.activity;

import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import eu.rempart.history.RecordKind;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What history and bin need to know about whom and what activities are about. */
@Configuration(proxyBeanMethods = false)
class ActivityLinkKinds {

  private record LinkKind(KeptTable<?, ?, ?> table, String column, String other)
      implements RecordKind {

    @Override
    public String displayName(KeptRow row) {
      return "";
    }

    @Override
    public Map<String, String> references() {
      return Map.of("activity_id", "activity", column, other);
    }
  }

  @Bean
  RecordKind activityContactKind() {
    return new LinkKind(KeptTables.ACTIVITY_CONTACT, "contact_id", "contact");
  }

  @Bean
  RecordKind activityCompanyKind() {
    return new LinkKind(KeptTables.ACTIVITY_COMPANY, "company_id", "company");
  }

  @Bean
  RecordKind activityDealKind() {
    return new LinkKind(KeptTables.ACTIVITY_DEAL, "deal_id", "deal");
  }
}
