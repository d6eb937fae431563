package eu.rempart.quote.ui;

import eu.rempart.common.PostalAddress;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyReference;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactService;
import eu.rempart.deal.DealColumn;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealRow;
import eu.rempart.deal.DealService;
import eu.rempart.shell.field.ChoiceField;
import eu.rempart.shell.field.RecordPicker;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fields that choose a company, a contact or a deal by a part of the name. */
@Component
final class QuotePickers {

  private final CompanyService companies;
  private final ContactService contacts;
  private final DealService deals;

  QuotePickers(CompanyService companies, ContactService contacts, DealService deals) {
    this.companies = companies;
    this.contacts = contacts;
    this.deals = deals;
  }

  /** A deal as a field shows it. */
  record DealChoice(DealId id, String name) {

    /** Names are customer data. */
    @Override
    public String toString() {
      return "DealChoice[" + id + "]";
    }
  }

  /**
   * A contact as a field shows it.
   *
   * @param there whether whoever asks may see it, and it is not in the bin
   */
  record ContactChoice(ContactId id, String name, boolean there) {

    /** Names are customer data. */
    @Override
    public String toString() {
      return "ContactChoice[" + id + "]";
    }
  }

  ChoiceField<ContactChoice> contact() {
    return RecordPicker.of(this::contacts, ContactChoice::name);
  }

  private Stream<ContactChoice> contacts(String text, int offset, int limit) {
    return contacts.page(ContactQuery.named(text), offset, limit).rows().stream()
        .map(row -> new ContactChoice(row.id(), row.shown().displayName(), true));
  }

  /** A contact that a quote names already; one that is not there has no name. */
  @Nullable ContactChoice person(@Nullable ContactId id) {
    return id == null
        ? null
        : contacts
            .find(id)
            .map(found -> new ContactChoice(id, found.data().displayName(), true))
            .orElseGet(() -> new ContactChoice(id, "…", false));
  }

  /** Where a contact gets letters, as far as it is known. */
  Optional<PostalAddress> address(ContactId id) {
    return contacts.find(id).flatMap(found -> found.data().addresses().stream().findFirst());
  }

  /** The language of a contact (BCP 47); null where nobody knows it. */
  @Nullable String language(ContactId id) {
    return contacts.find(id).map(found -> found.data().language()).orElse(null);
  }

  ChoiceField<CompanyReference> company() {
    return RecordPicker.of(this::companies, CompanyReference::name);
  }

  private Stream<CompanyReference> companies(String text, int offset, int limit) {
    return companies.page(CompanyQuery.named(text), offset, limit).rows().stream()
        .map(
            row ->
                new CompanyReference(
                    row.id(), Objects.requireNonNullElse(row.shown().name(), "…"), false));
  }

  /** A company that a quote names already, be it live, in the bin, or gone. */
  @Nullable CompanyReference reference(@Nullable CompanyId id) {
    return id == null
        ? null
        : companies.reference(id).orElseGet(() -> new CompanyReference(id, "…", true));
  }

  ChoiceField<DealChoice> deal() {
    return RecordPicker.of(this::deals, DealChoice::name);
  }

  private Stream<DealChoice> deals(String text, int offset, int limit) {
    return deals.page(DealQuery.named(text), offset, limit).rows().stream()
        .map(QuotePickers::choice);
  }

  private static DealChoice choice(DealRow row) {
    return new DealChoice(row.id(), Objects.requireNonNullElse(row.shown().name(), "…"));
  }

  /** A deal that a quote names already; one that is not there has no name. */
  @Nullable DealChoice choice(@Nullable DealId id) {
    return id == null
        ? null
        : deals.rows(List.of(id), EnumSet.of(DealColumn.NAME)).stream()
            .findFirst()
            .map(QuotePickers::choice)
            .orElseGet(() -> new DealChoice(id, "…"));
  }
}
