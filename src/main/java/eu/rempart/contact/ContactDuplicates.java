package eu.rempart.contact;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.account.Scope;
import eu.rempart.common.Page;
import eu.rempart.company.CompanyId;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.duplicate.DuplicateSource;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.Total;
import eu.rempart.search.question.Duplicate;
import eu.rempart.search.question.Filter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** How contacts that are there twice are found. */
@Component
class ContactDuplicates implements DuplicateSource {

  private static final int BATCH = 200;

  private final ContactService contacts;
  private final LinkService links;
  private final KindSearch index;
  private final CurrentMember current;
  private final ContactRepository repository;
  private final ContactSight sight;

  ContactDuplicates(
      ContactService contacts,
      LinkService links,
      SearchIndex index,
      CurrentMember current,
      ContactRepository repository,
      Rights rights,
      CustomChecks custom) {
    this.contacts = contacts;
    this.links = links;
    this.current = current;
    this.repository = repository;
    this.sight = new ContactSight(rights, custom);
    this.index = new KindSearch(index, ContactSearch.KIND);
  }

  @Override
  public String kind() {
    return "contact";
  }

  /** No further than lists count; beyond, the bar stands still before it is full. */
  @Override
  public int estimate() {
    Page<ContactRow> none = contacts.page(ContactQuery.ALL, 0, 0);
    return none.exact() ? none.total() : Total.CAP * 10;
  }

  @Override
  public Stream<List<UUID>> ids() {
    return contacts
        .ids(ContactQuery.ALL, BATCH)
        .map(ids -> ids.stream().map(ContactId::value).toList());
  }

  /**
   * Two of one name at two companies, with nothing else alike, are two people: among a million
   * nearly every name is there more than once. Where nobody knows a company the name stays enough.
   */
  @Override
  public Map<UUID, List<Duplicate>> likely(List<UUID> batch) {
    List<ContactId> ids = batch.stream().map(ContactId::new).toList();
    Map<ContactId, Set<CompanyId>> houses = new HashMap<>(links.companiesOf(ids));
    Map<UUID, List<Duplicate>> alike = new HashMap<>();
    Set<ContactId> namesakes = new HashSet<>();
    for (Contact each : contacts.findAll(ids)) {
      List<Duplicate> found =
          alike(each.data(), houses.getOrDefault(each.id(), Set.of()), each.id());
      found.stream()
          .filter(ContactDuplicates::isNameAlone)
          .forEach(other -> namesakes.add(new ContactId(other.id())));
      alike.put(each.id().value(), found);
    }
    namesakes.removeAll(ids);
    houses.putAll(links.companiesOf(namesakes));
    Map<UUID, List<Duplicate>> likely = new HashMap<>();
    alike.forEach(
        (id, found) -> {
          Set<CompanyId> own = houses.getOrDefault(new ContactId(id), Set.of());
          List<Duplicate> left =
              found.stream()
                  .filter(
                      other ->
                          !isNameAlone(other)
                              || own.isEmpty()
                              || houses.getOrDefault(new ContactId(other.id()), Set.of()).isEmpty())
                  .toList();
          if (!left.isEmpty()) {
            likely.put(id, left);
          }
        });
    return likely;
  }

  private List<Duplicate> alike(ContactData data, Set<CompanyId> house, ContactId id) {
    return index.alike(
        data.name().full(),
        data.emails().stream().map(e -> e.address().value()).toList(),
        data.phones().stream().map(p -> p.number().dialled()).toList(),
        house.isEmpty()
            ? null
            : Filter.in(ContactSearch.COMPANY_ID, house.stream().map(CompanyId::value).toList()),
        id.value());
  }

  @Override
  public void inherit(UUID to, UUID from) {
    Optional<Contact> goes = repository.find(new ContactId(from));
    Optional<Contact> stays = goes.flatMap(_ -> repository.find(new ContactId(to)));
    stays.ifPresent(
        one -> {
          ContactData all =
              sight.inherited(one.data(), goes.orElseThrow().data(), ContactField::united);
          if (!all.equals(one.data()) && !repository.updateAll(Map.of(one, all)).isEmpty()) {
            throw new OptimisticLockingFailureException("changed meanwhile: " + one.id());
          }
        });
  }

  /** Who may not see all companies is not told that two belong to one. */
  @Override
  public Set<Duplicate.Reason> untold() {
    Set<String> hidden = current.rights().hidden(ContactSearch.KIND);
    Set<Duplicate.Reason> untold = EnumSet.noneOf(Duplicate.Reason.class);
    if (hidden.contains(ContactField.EMAILS.column())) {
      untold.add(Duplicate.Reason.EMAIL);
    }
    if (hidden.contains(ContactField.PHONES.column())) {
      untold.add(Duplicate.Reason.PHONE);
    }
    if (current.rights().scope(Right.READ_RECORDS, "company") != Scope.ALL) {
      untold.add(Duplicate.Reason.COMPANY);
    }
    return untold;
  }

  private static boolean isNameAlone(Duplicate found) {
    return found.reasons().equals(Set.of(Duplicate.Reason.NAME));
  }
}
