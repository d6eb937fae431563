package eu.rempart.exchange.run;

import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.NewLink;
import eu.rempart.tag.TagId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers what an import writes. Rows are matched with records by the index, so an import has
 * ended only when the index has seen it: the next one would create the same people again.
 */
final class Touched implements Sink {

  private static final Logger log = LoggerFactory.getLogger(Touched.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Sink sink;
  private final Set<CompanyId> companies = new LinkedHashSet<>();
  private final Set<ContactId> contacts = new LinkedHashSet<>();

  Touched(Sink sink) {
    this.sink = sink;
  }

  /** Remembers what was written without this sink. */
  void add(Collection<CompanyId> moreCompanies, Collection<ContactId> moreContacts) {
    companies.addAll(moreCompanies);
    contacts.addAll(moreContacts);
  }

  /**
   * To be called after the commit. What was written is written: nothing in here may make the work
   * look failed.
   */
  void awaitIndex(CompanyService companyService, ContactService contactService) {
    try {
      // told of both before either is waited for: what the index hears twice it reads twice
      Consumer<Duration> companiesSeen = companyService.tellIndex(companies);
      Consumer<Duration> contactsSeen = contactService.tellIndex(contacts);
      companiesSeen.accept(PATIENCE);
      contactsSeen.accept(PATIENCE);
    } catch (RuntimeException e) {
      log.warn("The index is not up to date with an import yet: {}", e.getClass().getName());
    }
  }

  @Override
  public void createTags(Map<TagId, String> names) {
    sink.createTags(names);
  }

  @Override
  public void createCompanies(Map<CompanyId, CompanyData> data) {
    sink.createCompanies(data);
    companies.addAll(data.keySet());
  }

  @Override
  public void createContacts(Map<ContactId, ContactData> data) {
    sink.createContacts(data);
    contacts.addAll(data.keySet());
  }

  @Override
  public void createLinks(Collection<NewLink> links) {
    sink.createLinks(links);
    links.forEach(link -> contacts.add(link.contactId()));
  }

  @Override
  public Set<ContactId> putPhotos(Map<ContactId, byte[]> files) {
    return sink.putPhotos(files);
  }

  @Override
  public Set<CompanyId> updateCompanies(Map<Company, CompanyData> changes) {
    changes.keySet().forEach(company -> companies.add(company.id()));
    return sink.updateCompanies(changes);
  }

  @Override
  public Set<ContactId> updateContacts(Map<Contact, ContactData> changes) {
    changes.keySet().forEach(contact -> contacts.add(contact.id()));
    return sink.updateContacts(changes);
  }
}
