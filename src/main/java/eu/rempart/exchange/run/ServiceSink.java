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
import eu.rempart.contact.photo.PhotoService;
import eu.rempart.db.Reason;
import eu.rempart.picture.Photo;
import eu.rempart.picture.PictureReader;
import eu.rempart.picture.PictureRefusedException;
import eu.rempart.tag.TagId;
import eu.rempart.tag.TagService;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes through the services that people use. */
record ServiceSink(
    CompanyService companies,
    ContactService contacts,
    LinkService links,
    PhotoService photos,
    TagService tags,
    PictureReader pictures)
    implements Sink {

  @Override
  public void createTags(Map<TagId, String> names) {
    tags.createAll(names, Reason.IMPORT);
  }

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
  public Set<ContactId> putPhotos(Map<ContactId, byte[]> files) {
    Map<ContactId, Photo> read = new HashMap<>();
    Set<ContactId> unreadable = new HashSet<>();
    files.forEach(
        (contact, file) -> {
          try {
            read.put(contact, pictures.read(file));
          } catch (PictureRefusedException _) {
            // the person is imported all the same; the preview can't know without reading each
            unreadable.add(contact);
          }
        });
    if (!read.isEmpty()) {
      photos.putAll(read, Reason.IMPORT);
    }
    return unreadable;
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
