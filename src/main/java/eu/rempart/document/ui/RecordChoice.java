package eu.rempart.document.ui;

import com.vaadin.flow.data.provider.Query;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactService;
import eu.rempart.deal.DealQuery;
import eu.rempart.deal.DealService;
import eu.rempart.history.RecordRef;
import eu.rempart.shell.field.ChoiceField;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A field that chooses a contact, a company or a deal by a part of the name. */
@Component
final class RecordChoice {

  /** Of each kind so many are offered. */
  private static final int EACH = 5;

  private final ContactService contacts;
  private final CompanyService companies;
  private final DealService deals;

  RecordChoice(ContactService contacts, CompanyService companies, DealService deals) {
    this.contacts = contacts;
    this.companies = companies;
    this.deals = deals;
  }

  /** Something to choose. */
  record Found(RecordRef record, String name) {

    /** Names are customer data. */
    @Override
    public String toString() {
      return "Found[" + record + "]";
    }
  }

  ChoiceField<Found> box(String label) {
    var box = new ChoiceField<Found>(label);
    box.setItems(this::find);
    box.setItemLabelGenerator(Found::name);
    box.setWidthFull();
    return box;
  }

  private Stream<Found> find(Query<Found, String> query) {
    String text = query.getFilter().orElse("").strip();
    return Stream.of(people(text), firms(text), sales(text))
        .flatMap(each -> each)
        .skip(query.getOffset())
        .limit(query.getLimit());
  }

  private Stream<Found> people(String text) {
    return contacts.page(ContactQuery.named(text), 0, EACH).rows().stream()
        .map(
            row ->
                new Found(new RecordRef("contact", row.id().value()), row.shown().displayName()));
  }

  private Stream<Found> firms(String text) {
    return companies.page(CompanyQuery.named(text), 0, EACH).rows().stream()
        .map(
            row ->
                new Found(
                    new RecordRef("company", row.id().value()),
                    Objects.requireNonNullElse(row.shown().name(), "…")));
  }

  private Stream<Found> sales(String text) {
    return deals.page(DealQuery.named(text), 0, EACH).rows().stream()
        .map(
            row ->
                new Found(
                    new RecordRef("deal", row.id().value()),
                    Objects.requireNonNullElse(row.shown().name(), "…")));
  }
}
