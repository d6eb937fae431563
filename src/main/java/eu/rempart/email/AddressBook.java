package eu.rempart.email;

import eu.rempart.common.EmailAddress;
import eu.rempart.company.CompanyAddresses;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.ContactService;
import eu.rempart.history.RecordRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whose addresses these are, as far as whoever acts on this thread may know. */
@Component
public class AddressBook {

  /** An address of a whole firm: a mail to it is no mail to each of them. */
  private static final int MOST = 100;

  private final ContactService contacts;
  private final CompanyService companies;
  private final CompanyAddresses companyAddresses;

  AddressBook(
      ContactService contacts, CompanyService companies, CompanyAddresses companyAddresses) {
    this.contacts = contacts;
    this.companies = companies;
    this.companyAddresses = companyAddresses;
  }

  /** Whether it can answer: the index is built. */
  public boolean isReady() {
    return contacts.indexState().ready() && companies.indexState().ready();
  }

  /**
   * The contacts and companies with one of these addresses; of an address that very many share, no
   * more than a hundred of each.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   */
  public List<RecordRef> find(Collection<EmailAddress> addresses) {
    List<RecordRef> found = new ArrayList<>();
    List<String> texts = addresses.stream().map(EmailAddress::value).distinct().toList();
    if (!texts.isEmpty()) {
      contacts
          .matchingEach(List.of(), texts, MOST)
          .forEach(id -> found.add(new RecordRef("contact", id.value())));
      companyAddresses.find(texts).forEach(id -> found.add(new RecordRef("company", id.value())));
    }
    return found;
  }
}
