package eu.rempart.customfield.ui;

import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.common.custom.CustomChoice;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyRow;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.customfield.CustomFieldService;
import eu.rempart.search.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A firm with custom fields, whose lists are searched by them. */
abstract class WithFieldsInLists extends WithFirm {

  @Autowired protected CustomFieldService fields;

  @AfterEach
  void clear() {
    actAs(Role.ADMINISTRATOR);
    fields.all().forEach(field -> fields.archive(field.id()));
  }

  protected UUID field(CustomKind kind, String label, CustomChoice... choices) {
    return fields.create(
        kind,
        new CustomFieldData(
            Labels.of(label), Set.of("company"), Set.of("company"), false, List.of(choices)));
  }

  protected CompanyId firm(String name, UUID field, String value) {
    return companies.create(
        CompanyData.builder().name(name).custom(CustomValues.NONE.with(field, value)).build());
  }

  protected List<CompanyId> found(String text, Rule rule) {
    CompanyQuery all = CompanyQuery.ALL;
    return companies
        .page(
            new CompanyQuery(text, all.filter().with(rule), all.sort(), false, all.shown()), 0, 10)
        .rows()
        .stream()
        .map(CompanyRow::id)
        .toList();
  }

  /** The index is built anew in the background when there is another field. */
  protected void soon(Runnable expectation) {
    await().pollInSameThread().atMost(Patience.LONG).untilAsserted(expectation::run);
  }
}
