package eu.rempart.deal.ui;

import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyRow;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ContactService;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.RecordPicker;
import java.util.Objects;
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

  ChoiceField<CompanyReference> company() {
    return RecordPicker.of(this::companies, CompanyReference::name);
  }

  private Stream<CompanyReference> companies(String text, int offset, int limit) {
    return companies.page(CompanyQuery.named(text), offset, limit).rows().stream()
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

  ChoiceField<ContactRow> contact() {
    return RecordPicker.of(this::contacts, row -> row.shown().displayName());
  }

  private Stream<ContactRow> contacts(String text, int offset, int limit) {
    return contacts.page(ContactQuery.named(text), offset, limit).rows().stream();
  }
}
