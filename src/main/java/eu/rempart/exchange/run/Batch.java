package eu.rempart.exchange.run;

import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.NewLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What some hundred rows come to, to be written at once: companies first, links last. */
final class Batch {

  final Map<CompanyId, CompanyData> newCompanies = new LinkedHashMap<>();
  final Map<Company, CompanyData> companyChanges = new LinkedHashMap<>();
  final Map<ContactId, ContactData> newContacts = new LinkedHashMap<>();
  final Map<Contact, ContactData> contactChanges = new LinkedHashMap<>();
  final List<NewLink> newLinks = new ArrayList<>();

  /** What somebody else changed between reading and writing. */
  record Missed(Set<CompanyId> companies, Set<ContactId> contacts) {}

  Missed write(Sink sink) {
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
    return new Missed(companies, contacts);
  }
}
