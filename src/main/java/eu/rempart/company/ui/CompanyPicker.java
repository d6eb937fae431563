package eu.rempart.company.ui;

import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyService;
import eu.rempart.shell.field.ChoiceField;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses one company by typing a part of its name. */
final class CompanyPicker extends ChoiceField<CompanyReference> {

  private static final long serialVersionUID = 1L;

  private final transient CompanyService companies;

  /**
   * A picker of all companies but one.
   *
   * @param except not offered; null to offer all
   */
  CompanyPicker(CompanyService companies, @Nullable CompanyId except) {
    this.companies = companies;
    setItems(
        query ->
            find(query.getFilter().orElse(""), query.getOffset(), query.getLimit())
                .filter(company -> !company.id().equals(except)));
    setItemLabelGenerator(CompanyReference::name);
    setClearButtonVisible(true);
  }

  private Stream<CompanyReference> find(String text, int offset, int limit) {
    return companies.page(CompanyQuery.named(text), offset, limit).rows().stream()
        .map(
            row ->
                new CompanyReference(
                    row.id(), CompanyTexts.title(row.shown(), row.unopenable()), false));
  }
}
