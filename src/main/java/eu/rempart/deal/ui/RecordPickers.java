package eu.rempart.deal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyRow;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactService;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fields that choose a company or a contact by a part of the name. */
@Component
final class RecordPickers {

  private final CompanyService companies;
  private final ContactService contacts;

  RecordPickers(CompanyService companies, ContactService contacts) {
    this.companies = companies;
    this.contacts = contacts;
  }

  ComboBox<CompanyReference> company() {
    var box = new ComboBox<CompanyReference>();
    box.setItems(
        query -> companies(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    box.setItemLabelGenerator(CompanyReference::name);
    box.setClearButtonVisible(true);
    return box;
  }

  private Stream<CompanyReference> companies(String text, int offset, int limit) {
    var query =
        new CompanyQuery(
            text.strip(),
            CompanyFilter.NONE,
            CompanyColumn.NAME,
            false,
            EnumSet.of(CompanyColumn.NAME));
    return companies.page(query, offset, limit).rows().stream()
        .map(row -> new CompanyReference(row.id(), name(row), false));
  }

  private static String name(CompanyRow row) {
    return Objects.requireNonNullElse(row.shown().name(), "…");
  }

  /** A company that a deal names already, be it live, in the bin, or gone. */
  @Nullable CompanyReference reference(@Nullable CompanyId id) {
    return id == null
        ? null
        : companies.reference(id).orElseGet(() -> new CompanyReference(id, "…", true));
  }

  ComboBox<ContactRow> contact() {
    var box = new ComboBox<ContactRow>();
    box.setItems(
        query -> contacts(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
    box.setItemLabelGenerator(row -> row.shown().displayName());
    return box;
  }

  private Stream<ContactRow> contacts(String text, int offset, int limit) {
    var query =
        new ContactQuery(
            text.strip(),
            ContactFilter.NONE,
            ContactColumn.NAME,
            false,
            Set.of(ContactColumn.NAME));
    return contacts.page(query, offset, limit).rows().stream();
  }
}
