package eu.rempart.contact;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.company.CompanyId;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.search.SearchIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Who works where. Every method needs a right, and throws where it is missing. */
@Service
public class LinkService {

  /** A link to be made. */
  public record NewLink(UUID id, ContactId contactId, CompanyId companyId, LinkData data) {}

  private final LinkRepository repository;
  private final SearchIndex index;
  private final Writes writes;
  private final Rights rights;

  LinkService(LinkRepository repository, SearchIndex index, Writes writes, Rights rights) {
    this.repository = repository;
    this.index = index;
    this.writes = writes;
    this.rights = rights;
  }

  /** The companies of a contact: the main one first, current before former. */
  public List<Link> of(ContactId contact) {
    rights.require(Right.READ_RECORDS);
    return repository.of(contact);
  }

  /** The people of a company: current before former. */
  public List<Link> of(CompanyId company) {
    rights.require(Right.READ_RECORDS);
    return repository.of(company);
  }

  /** The companies of many contacts, each as in {@link #of(ContactId)}. */
  public Map<ContactId, List<Link>> ofAll(Collection<ContactId> contacts) {
    rights.require(Right.READ_RECORDS);
    Map<ContactId, List<Link>> links = new HashMap<>();
    repository
        .ofAll(contacts.stream().map(ContactId::value).toList())
        .forEach((contact, its) -> links.put(new ContactId(contact), its));
    return links;
  }

  /**
   * The companies that each of these contacts is linked with; contacts without any are left out.
   */
  public Map<ContactId, Set<CompanyId>> companiesOf(Collection<ContactId> contacts) {
    rights.require(Right.READ_RECORDS);
    return contacts.isEmpty() ? Map.of() : repository.companiesOf(contacts);
  }

  /**
   * Links a contact with a company. The first link of a contact becomes the main one.
   *
   * @throws DuplicateKeyException if they are linked already
   */
  public UUID link(ContactId contact, CompanyId company, LinkData data) {
    requireWrite(List.of(contact));
    UUID id = Ids.next();
    writes.run(
        Reason.EDIT,
        change -> {
          boolean main = data.main() || repository.of(contact).isEmpty();
          if (main) {
            repository.unsetMain(contact, id);
          }
          repository.insert(
              List.of(
                  new NewLink(
                      id,
                      contact,
                      company,
                      new LinkData(data.jobTitle(), data.role(), data.current(), main))));
        });
    changed(contact);
    return id;
  }

  /** Makes many links at once, as they are given: for imports and demo data. */
  public void linkAll(Collection<NewLink> links, Reason reason) {
    requireWrite(links.stream().map(NewLink::contactId).toList());
    writes.run(reason, change -> repository.insert(links));
  }

  /** Saves a link; false where somebody else saved or removed it meanwhile. */
  public boolean save(Link link, LinkData data) {
    requireWrite(List.of(link.contactId()));
    boolean saved =
        writes.inTransaction(
            Reason.EDIT,
            change -> {
              if (data.main()) {
                repository.unsetMain(link.contactId(), link.id());
              }
              return repository.update(link.id(), link.version(), data);
            });
    changed(link.contactId());
    return saved;
  }

  /**
   * Moves a link to the bin.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID unlink(Link link) {
    requireWrite(List.of(link.contactId()));
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(link.id()));
    changed(link.contactId());
    return changeId;
  }

  /** Where somebody works is part of the contact. */
  private void requireWrite(Collection<ContactId> contacts) {
    rights.require(
        Right.WRITE_RECORDS, ContactSearch.KIND, contacts.stream().map(ContactId::value).toList());
  }

  private void changed(ContactId contact) {
    if (!writes.isRunning()) {
      index.changed(ContactSearch.KIND, Set.of(contact.value()));
    }
  }
}
