package eu.rempart.activity;

import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.DealId;
import java.util.List;

/** Whom and what an activity is about, in the order in which they were added. */
public record ActivityLinks(
    List<ContactId> contacts, List<CompanyId> companies, List<DealId> deals) {

  public static final ActivityLinks NONE = new ActivityLinks(List.of(), List.of(), List.of());

  public ActivityLinks {
    contacts = contacts.stream().distinct().toList();
    companies = companies.stream().distinct().toList();
    deals = deals.stream().distinct().toList();
  }

  public static ActivityLinks of(ContactId contact) {
    return new ActivityLinks(List.of(contact), List.of(), List.of());
  }

  public static ActivityLinks of(CompanyId company) {
    return new ActivityLinks(List.of(), List.of(company), List.of());
  }

  public static ActivityLinks of(DealId deal) {
    return new ActivityLinks(List.of(), List.of(), List.of(deal));
  }

  public boolean isEmpty() {
    return contacts.isEmpty() && companies.isEmpty() && deals.isEmpty();
  }

  /**
   * What somebody made of them. Who added or removed others since is not undone by it.
   *
   * @param before what they saw
   */
  public record Change(ActivityLinks before, ActivityLinks after) {}
}
