package eu.rempart.deal;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.contact.ContactId;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.search.SearchIndex;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Who takes part in a deal. Every method needs a right, and throws where it is missing. */
@Service
public class DealContactService {

  private final DealContactRepository repository;
  private final DealService deals;
  private final SearchIndex index;
  private final Writes writes;
  private final Rights rights;

  DealContactService(
      DealContactRepository repository,
      DealService deals,
      SearchIndex index,
      Writes writes,
      Rights rights) {
    this.repository = repository;
    this.deals = deals;
    this.index = index;
    this.writes = writes;
    this.rights = rights;
  }

  /** The people of a deal, in the order in which they were added. */
  public List<DealContact> of(DealId deal) {
    rights.require(Right.READ_RECORDS);
    return repository.of(deal);
  }

  /** The deals of a person, in the order in which they joined them. */
  public List<DealContact> of(ContactId contact) {
    rights.require(Right.READ_RECORDS);
    return repository.of(contact);
  }

  /** Who takes part in each of these deals; without those in which nobody does. */
  public Map<DealId, Set<ContactId>> contactsOf(Collection<DealId> deals) {
    rights.require(Right.READ_RECORDS);
    Map<DealId, Set<ContactId>> people = new HashMap<>();
    if (!deals.isEmpty()) {
      repository
          .contactsOf(deals.stream().map(DealId::value).toList())
          .forEach(
              (deal, contacts) ->
                  people.put(
                      new DealId(deal),
                      contacts.stream().map(ContactId::new).collect(Collectors.toSet())));
    }
    return people;
  }

  /**
   * Lets a person take part.
   *
   * @throws DuplicateKeyException if they do already
   */
  public UUID add(DealId deal, ContactId contact, @Nullable DealContactRole role) {
    UUID id = Ids.next();
    addAll(List.of(new DealContact(id, 1, deal, contact, role)), Reason.EDIT);
    changed(deal);
    return id;
  }

  /**
   * Creates a deal in which a person takes part, in one transaction: both or neither.
   *
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if the person is gone
   */
  public DealId createWith(ContactId contact, DealData data) {
    DealId id =
        writes.inTransaction(
            Reason.EDIT,
            _ -> {
              DealId made = deals.create(data);
              add(made, contact, null);
              return made;
            });
    changed(id);
    return id;
  }

  /** Many at once, with ids of their own: for imports and demo data. */
  public void addAll(Collection<DealContact> added, Reason reason) {
    requireWrite(added);
    writes.run(reason, change -> repository.insert(added));
  }

  /** Gives a person another role; false where somebody else did so or removed them meanwhile. */
  public boolean save(DealContact person, @Nullable DealContactRole role) {
    requireWrite(List.of(person));
    return writes.inTransaction(
        Reason.EDIT, change -> repository.update(person.id(), person.version(), role));
  }

  /**
   * Moves the link to the bin.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID remove(DealContact person) {
    requireWrite(List.of(person));
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(person.id()));
    changed(person.dealId());
    return changeId;
  }

  /** Who takes part is part of the deal. */
  private void requireWrite(Collection<DealContact> people) {
    rights.require(
        Right.WRITE_RECORDS,
        DealSearch.KIND,
        people.stream().map(person -> person.dealId().value()).toList());
  }

  private void changed(DealId deal) {
    if (!writes.isRunning()) {
      index.changed(DealSearch.KIND, Set.of(deal.value()));
    }
  }
}
