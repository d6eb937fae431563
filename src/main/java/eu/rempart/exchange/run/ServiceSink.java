package eu.rempart.exchange.run;

import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactService;
import eu.rempart.contact.LinkService;
import eu.rempart.contact.NewLink;
import eu.rempart.db.Reason;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Writes through the services that people use. */
record ServiceSink(CompanyService companies, ContactService contacts, LinkService links)
    implements Sink {

  @Override
  public void createCompanies(Map<CompanyId, CompanyData> data) {
    companies.createAll(data, Reason.IMPORT);
  }

  @Override
  public void createContacts(Map<ContactId, ContactData> data) {
    contacts.createAll(data, Reason.IMPORT);
  }

  @Override
  public void createLinks(Collection<NewLink> data) {
    links.linkAll(data, Reason.IMPORT);
  }

  @Override
  public Set<CompanyId> updateCompanies(Map<Company, CompanyData> changes) {
    return companies.saveAll(changes, Reason.IMPORT);
  }

  @Override
  public Set<ContactId> updateContacts(Map<Contact, ContactData> changes) {
    return contacts.saveAll(changes, Reason.IMPORT);
  }
}
