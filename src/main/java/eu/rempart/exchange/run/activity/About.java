package eu.rempart.exchange.run.activity;

import eu.rempart.activity.ActivityLinks;
import eu.rempart.common.ExactName;
import eu.rempart.common.ExternalId;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.ContactId;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealId;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedActivity;
import eu.rempart.exchange.format.ImportedCompany;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.NamedPerson;
import eu.rempart.exchange.format.ProblemCode;
import eu.rempart.exchange.run.Doors;
import eu.rempart.exchange.run.match.FileFirms;
import eu.rempart.exchange.run.match.FilePeople;
import eu.rempart.exchange.run.match.Rest;
import eu.rempart.exchange.value.CompanyDraft;
import eu.rempart.exchange.value.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds whom and what rows of activities are about, some hundred rows at once. */
final class About {

  private final Doors doors;
  private final ImportSource source;
  private final FileFirms firms;
  private final FilePeople people;

  About(Doors doors, ImportSource source) {
    this.doors = doors;
    this.source = source;
    this.firms = new FileFirms(doors.companies(), doors.namedCompanies(), doors.rights(), source);
    this.people = new FilePeople(doors.contacts(), doors.namedContacts(), doors.links(), source);
  }

  FileFirms firms() {
    return firms;
  }

  /** What was found for some rows. */
  record Found(
      FilePeople.Found people,
      Map<String, List<DealId>> dealsByName,
      Map<String, List<DealId>> dealsByKey) {}

  /** Looks for all that these rows name. */
  Found find(Collection<ImportedActivity> rows) {
    List<NamedPerson> named = new ArrayList<>();
    Set<String> deals = new HashSet<>();
    Set<String> keys = new HashSet<>();
    for (ImportedActivity row : rows) {
      named.addAll(row.people());
      row.about().forEach(name -> named.add(new NamedPerson("", name, "")));
      deals.addAll(row.deals());
      deals.addAll(row.about());
      row.dealIds().forEach(id -> keys.add(key(id)));
    }
    Map<String, List<DealId>> byKey = new HashMap<>();
    for (Deal deal : doors.deals().findAll(doors.namedDeals().matching(keys))) {
      for (ExternalId key : ExternalId.parse(deal.data().externalId())) {
        byKey.computeIfAbsent(key.key(), _ -> new ArrayList<>(1)).add(deal.id());
      }
    }
    return new Found(
        people.find(named), deals.isEmpty() ? Map.of() : doors.namedDeals().of(deals), byKey);
  }

  private String key(String id) {
    ExternalId key = source.key(id);
    return key == null ? "" : key.key();
  }

  /**
   * Whom and what the row is about; what is not found is told, and kept.
   *
   * @throws eu.rempart.common.InvalidFieldException if a company that it names can't be kept
   */
  ActivityLinks of(ImportedRow row, ImportedActivity activity, Found found, Rest rest) {
    List<CompanyId> companies = new ArrayList<>();
    row.companies().forEach(link -> company(link.company(), companies, rest));
    List<ContactId> contacts = new ArrayList<>();
    for (NamedPerson person : activity.people()) {
      List<ContactId> meant = found.people().of(person, companies);
      if (meant.size() == 1) {
        contacts.add(meant.getFirst());
      } else {
        rest.note(
            meant.isEmpty() ? ProblemCode.CONTACT_UNKNOWN : ProblemCode.CONTACT_AMBIGUOUS,
            Rest.called(person));
      }
    }
    List<DealId> deals = new ArrayList<>();
    deals(activity, found, deals, rest);
    activity.about().forEach(name -> about(name, found, contacts, companies, deals, rest));
    return new ActivityLinks(contacts, companies, deals);
  }

  private void company(ImportedCompany named, List<CompanyId> companies, Rest rest) {
    List<CompanyId> meant = firms.find(named);
    if (!meant.isEmpty()) {
      companies.add(meant.getFirst());
      return;
    }
    firms
        .create(named)
        .ifPresentOrElse(
            companies::add, () -> rest.note(ProblemCode.COMPANY_UNKNOWN, called(named)));
  }

  private static String called(ImportedCompany named) {
    return named.name().isEmpty() ? named.externalId() : named.name();
  }

  /** By the keys, where one is found; else by the names. */
  private void deals(ImportedActivity activity, Found found, List<DealId> deals, Rest rest) {
    activity
        .dealIds()
        .forEach(id -> deals.addAll(found.dealsByKey().getOrDefault(key(id), List.of())));
    if (deals.isEmpty()) {
      for (String name : activity.deals()) {
        List<DealId> meant = found.dealsByName().getOrDefault(ExactName.of(name), List.of());
        if (meant.size() == 1) {
          deals.add(meant.getFirst());
        } else {
          rest.note(ProblemCode.DEAL_UNKNOWN, name);
        }
      }
    }
  }

  /** A name alone may be anybody's; nothing is made of it. */
  private void about(
      String name,
      Found found,
      List<ContactId> contacts,
      List<CompanyId> companies,
      List<DealId> deals,
      Rest rest) {
    List<ContactId> people = found.people().of(new NamedPerson("", name, ""), companies);
    List<DealId> sales = found.dealsByName().getOrDefault(ExactName.of(name), List.of());
    CompanyDraft draft = new CompanyDraft(new Problems(0));
    draft.rename(name, "");
    List<CompanyId> houses = firms.find(draft.build(null));
    int all = people.size() + sales.size() + houses.size();
    if (all == 1) {
      contacts.addAll(people);
      companies.addAll(houses);
      deals.addAll(sales);
    } else {
      rest.note(all == 0 ? ProblemCode.CONTACT_UNKNOWN : ProblemCode.CONTACT_AMBIGUOUS, name);
    }
  }
}
