package eu.rempart.contact.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyRow;
import eu.rempart.company.CompanyRules;
import eu.rempart.company.CompanyService;
import eu.rempart.shell.field.ChoiceField;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses a company of a contact by a part of its name, or takes the name of a new one. */
final class CompanyChoiceField extends ChoiceField<CompanyChoice> {

  private static final long serialVersionUID = 1L;

  private final transient CompanyService companies;

  /**
   * An empty field.
   *
   * @param creates whether the person may add a company
   */
  CompanyChoiceField(CompanyService companies, boolean creates) {
    super(t("contact.link.company"));
    this.companies = companies;
    setItems(query -> find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    setItemLabelGenerator(CompanyChoice::label);
    if (creates) {
      otherwise(CompanyChoiceField::named, t("contact.link.company.long"));
      setHelperText(t("contact.link.company.help"));
    }
  }

  private static Optional<CompanyChoice> named(String name) {
    return name.length() > CompanyRules.MAX_NAME
        ? Optional.empty()
        : Optional.of(new CompanyChoice(null, name));
  }

  private Stream<CompanyChoice> find(String text, int offset, int limit) {
    return companies.page(CompanyQuery.named(text), offset, limit).rows().stream()
        .map(row -> new CompanyChoice(row.id(), name(row)));
  }

  private static String name(CompanyRow row) {
    String name = row.shown().name();
    return name == null ? "" : name;
  }
}
