package eu.rempart.history;

import eu.rempart.db.generated.CompanySealed;
import eu.rempart.db.generated.ContactSealed;
import eu.rempart.db.generated.KeptTables;
import eu.rempart.db.kept.KeptRow;
import eu.rempart.db.kept.KeptTable;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** What the business rooms would register. */
public final class TestKinds {

  private TestKinds() {}

  /** Contacts, companies and the links between them. */
  public static RecordKinds all() {
    return new RecordKinds(
        new StaticListableBeanFactory(
                Map.of(
                    "contact",
                    new Kind(KeptTables.CONTACT, row -> row.open(ContactSealed.LAST_NAME).or("")),
                    "company",
                    new Kind(KeptTables.COMPANY, row -> row.open(CompanySealed.NAME).or("")),
                    "link",
                    new Kind(KeptTables.CONTACT_COMPANY, row -> "")))
            .getBeanProvider(RecordKind.class));
  }

  private record Kind(KeptTable<?, ?, ?> table, Function<KeptRow, String> call)
      implements RecordKind {

    @Override
    public String displayName(KeptRow row) {
      return call.apply(row);
    }

    @Override
    public Map<String, String> references() {
      return Map.of("owner_id", MEMBER, "parent_company_id", "company");
    }
  }
}
