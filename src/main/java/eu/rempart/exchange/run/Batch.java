package eu.rempart.exchange.run;

import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.LinkService.NewLink;
import eu.rempart.tag.TagId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What some hundred rows come to, to be written at once: companies first, links last. */
final class Batch {

  final Map<TagId, String> newTags = new LinkedHashMap<>();
  final Map<CompanyId, CompanyData> newCompanies = new LinkedHashMap<>();
  final Map<Company, CompanyData> companyChanges = new LinkedHashMap<>();
  final Map<ContactId, ContactData> newContacts = new LinkedHashMap<>();
  final Map<Contact, ContactData> contactChanges = new LinkedHashMap<>();
  final List<NewLink> newLinks = new ArrayList<>();

  /** Files of photos, for contacts who have none. */
  final Map<ContactId, byte[]> photos = new LinkedHashMap<>();

  /** The companies of a contact: those linked before, and those that this batch links. */
  Set<CompanyId> linked(ContactId contact, Set<CompanyId> before) {
    Set<CompanyId> linked = new HashSet<>(before);
    newLinks.stream()
        .filter(link -> link.contactId().equals(contact))
        .forEach(link -> linked.add(link.companyId()));
    return linked;
  }

  /**
   * What was not written.
   *
   * @param companies changed by somebody else between reading and writing
   * @param contacts likewise
   * @param photos whose photo can't be read
   */
  record Missed(Set<CompanyId> companies, Set<ContactId> contacts, Set<ContactId> photos) {}

  Missed write(Sink sink) {
    if (!newTags.isEmpty()) {
      sink.createTags(newTags);
    }
    if (!newCompanies.isEmpty()) {
      sink.createCompanies(newCompanies);
    }
    if (!newContacts.isEmpty()) {
      sink.createContacts(newContacts);
    }
    Set<CompanyId> companies =
        companyChanges.isEmpty() ? Set.of() : sink.updateCompanies(companyChanges);
    Set<ContactId> contacts =
        contactChanges.isEmpty() ? Set.of() : sink.updateContacts(contactChanges);
    if (!newLinks.isEmpty()) {
      sink.createLinks(newLinks);
    }
    Set<ContactId> unreadable = photos.isEmpty() ? Set.of() : sink.putPhotos(photos);
    return new Missed(companies, contacts, unreadable);
  }
}
