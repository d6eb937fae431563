package eu.rempart.company.ui;

import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyDataBuilder;
import java.util.function.Consumer;

/** What the form's fields write into, one after the other. */
final class CompanyDraft {

  private CompanyData data;

  CompanyDraft(CompanyData data) {
    this.data = data;
  }

  CompanyData data() {
    return data;
  }

  void edit(Consumer<CompanyDataBuilder> change) {
    CompanyDataBuilder builder = data.toBuilder();
    change.accept(builder);
    data = builder.build();
  }
}
