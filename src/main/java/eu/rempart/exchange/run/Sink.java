package eu.rempart.exchange.run;

import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.NewLink;
import eu.rempart.tag.TagId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Where an import writes: into the database, or nowhere for a preview. */
interface Sink {

  void createTags(Map<TagId, String> names);

  void createCompanies(Map<CompanyId, CompanyData> companies);

  void createContacts(Map<ContactId, ContactData> contacts);

  void createLinks(Collection<NewLink> links);

  /**
   * Gives these contacts, who have none, the photos of these files; answers whose file is no photo
   * that can be read.
   */
  Set<ContactId> putPhotos(Map<ContactId, byte[]> files);

  /** Saves these; answers the ids of those that somebody else changed meanwhile. */
  Set<CompanyId> updateCompanies(Map<Company, CompanyData> changes);

  /** Saves these; answers the ids of those that somebody else changed meanwhile. */
  Set<ContactId> updateContacts(Map<Contact, ContactData> changes);

  /** Writes nothing. */
  Sink NOWHERE =
      new Sink() {
        @Override
        public void createTags(Map<TagId, String> names) {}

        @Override
        public void createCompanies(Map<CompanyId, CompanyData> companies) {}

        @Override
        public void createContacts(Map<ContactId, ContactData> contacts) {}

        @Override
        public void createLinks(Collection<NewLink> links) {}

        @Override
        public Set<ContactId> putPhotos(Map<ContactId, byte[]> files) {
          return Set.of();
        }

        @Override
        public Set<CompanyId> updateCompanies(Map<Company, CompanyData> changes) {
          return Set.of();
        }

        @Override
        public Set<ContactId> updateContacts(Map<Contact, ContactData> changes) {
          return Set.of();
        }
      };
}
