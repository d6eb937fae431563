package eu.rempart.contact;

import eu.rempart.company.CompanyDependents;
import eu.rempart.company.CompanyId;
import eu.rempart.search.SearchIndex;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the room of companies which people work nowhere else. */
@Component
class PeopleOfCompanies implements CompanyDependents {

  private final LinkRepository links;
  private final ContactRepository contacts;
  private final SearchIndex index;

  PeopleOfCompanies(LinkRepository links, ContactRepository contacts, SearchIndex index) {
    this.links = links;
    this.contacts = contacts;
    this.index = index;
  }

  @Override
  public Set<UUID> onlyOf(Collection<CompanyId> companies) {
    return links.contactsOnlyOf(companies.stream().map(CompanyId::value).toList());
  }

  @Override
  public void archive(Set<UUID> dependents) {
    contacts.delete(dependents);
  }

  @Override
  public void changed(Set<UUID> dependents) {
    index.changed(ContactSearch.KIND, dependents);
  }
}
