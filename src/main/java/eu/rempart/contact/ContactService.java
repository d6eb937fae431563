package eu.rempart.contact;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.Page;
import eu.rempart.common.SaveResult;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.search.IndexState;
import eu.rempart.search.IndexWait;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.order.Total;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.question.SearchSort;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to contacts. Every method needs a right, and throws where it is missing. */
@Service
public class ContactService {

  private final ContactRepository repository;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final ContactSight sight;

  ContactService(
      ContactRepository repository,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom) {
    this.repository = repository;
    this.index = new KindSearch(index, ContactSearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.sight = new ContactSight(rights, custom);
  }

  /** A page of the list; by last change while the index is being built. */
  public Page<ContactRow> page(ContactQuery query, int offset, int limit) {
    rights.require(Right.READ_RECORDS);
    if (!index.state().ready()) {
      int count = repository.countUpTo(Total.CAP);
      return new Page<>(
          sight.seen(repository.recent(offset, limit, query.shown())),
          count,
          count < Total.CAP,
          false);
    }
    SearchPage page = index.page(schema -> search(query, schema), offset, limit);
    return page.with(sight.seen(repository.rows(page.ids(), query.shown())));
  }

  /**
   * The ids of the whole list in its order, in batches that are read when they are asked for.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   * @throws eu.rempart.search.rule.RuleOutdatedException if the rule is on a field that is gone
   */
  public Stream<List<ContactId>> ids(ContactQuery query, int batch) {
    rights.require(Right.READ_RECORDS);
    return index
        .ids(query.filter().rule(), schema -> search(query, schema), batch)
        .map(ids -> ids.stream().map(ContactId::new).toList());
  }

  private SearchQuery search(ContactQuery query, SearchSchema schema) {
    return SearchQuery.all(ContactSearch.KIND)
        .text(query.text())
        .filter(ContactConditions.filter(query.filter(), schema, query.zone()))
        .sort(CustomIndex.sort(schema, query.sortedBy(), query.descending()).orElse(sort(query)));
  }

  private static @Nullable SearchSort sort(ContactQuery query) {
    var field = query.sort().sort();
    return field == null || (query.sort() == ContactColumn.NAME && !query.descending())
        ? null
        : new SearchSort(field, query.descending());
  }

  /** Those of these that are there, in no order. */
  public List<Contact> findAll(Collection<ContactId> ids) {
    rights.require(Right.READ_RECORDS);
    return ids.isEmpty()
        ? List.of()
        : repository.findAll(ids.stream().map(ContactId::value).toList()).stream()
            .map(sight::seen)
            .toList();
  }

  public Optional<Contact> find(ContactId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id).map(sight::seen);
  }

  /** Rows of those of these that are there, in this order. */
  public List<ContactRow> rows(List<ContactId> ids, Set<ContactColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return sight.seen(repository.rows(ids.stream().map(ContactId::value).toList(), shown));
  }

  /**
   * Keeps a new contact.
   *
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public ContactId create(ContactData data) {
    ContactId id = new ContactId(Ids.next());
    createAll(Map.of(id, sight.owned(data)), Reason.EDIT);
    changed(List.of(id.value()));
    return id;
  }

  /** Keeps many new contacts at once; see {@link #create}. */
  public void createAll(Map<ContactId, ContactData> contacts, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireNew(contacts.values());
    contacts.values().forEach(ContactRules::check);
    writes.run(reason, change -> repository.insert(contacts));
  }

  /**
   * Saves what changed between {@code before} and {@code after}, unless somebody saved in between.
   *
   * @param version that {@code before} had
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public SaveResult<Contact, ContactField> save(
      ContactId id, int version, ContactData before, ContactData after) {
    return save(id, version, before, after, Reason.EDIT);
  }

  /** As {@link #save(ContactId, int, ContactData, ContactData)}, for a reason of its own. */
  public SaveResult<Contact, ContactField> save(
      ContactId id, int version, ContactData before, ContactData after, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    // an unopenable name leaves nothing to call them by, and must not block other edits
    if (!before.displayName().isEmpty() || !after.displayName().isEmpty()) {
      ContactRules.check(after);
    }
    Set<ContactField> mine = ContactField.changed(before, after);
    sight.requireChange(id.value(), mine, before, after);
    boolean saved =
        mine.isEmpty()
            || writes.inTransaction(
                reason,
                change ->
                    repository.update(
                        id, version, mine, sight.written(mine, after, () -> repository.find(id))));
    Optional<Contact> current = repository.find(id).map(sight::seen);
    if (current.isEmpty()) {
      return new SaveResult.Gone<>();
    }
    if (!saved) {
      ContactData now = current.get().data();
      return SaveResult.stale(
          current.get(), mine, ContactField.changed(before, now), ContactField.changed(after, now));
    }
    changed(List.of(id.value()));
    return new SaveResult.Saved<>(current.get());
  }

  /** Those of these that {@link #saveAll} can keep so, by all that they have, shown or not. */
  public Set<Contact> keepable(Map<Contact, ContactData> changes) {
    rights.require(Right.READ_RECORDS);
    return sight.keepable(changes, repository::findAll, (_, after) -> ContactRules.check(after));
  }

  /**
   * Saves many at once, each unless somebody saved it in between.
   *
   * @param changes the records as they were read, with what they are to be
   * @return those that were not saved
   */
  public Set<ContactId> saveAll(Map<Contact, ContactData> changes, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireChanges(changes, repository::findAll, (_, after) -> ContactRules.check(after));
    return writes.inTransaction(
        reason, change -> repository.updateAll(sight.written(changes, repository::findAll)));
  }

  /**
   * Moves contacts to the bin, each with their links.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(Collection<ContactId> ids) {
    rights.require(Right.ARCHIVE_RECORDS);
    List<UUID> values = ids.stream().map(ContactId::value).toList();
    rights.require(Right.ARCHIVE_RECORDS, ContactSearch.KIND, values);
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(values));
    changed(values);
    return changeId;
  }

  /** The contacts changed last, newest first. */
  public List<ContactRow> recentlyChanged(int limit, Set<ContactColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return sight.seen(repository.recent(0, limit, shown));
  }

  /** Lets the next search see records that came back from the bin. */
  public void cameBack(Collection<ContactId> ids) {
    rights.require(Right.READ_RECORDS);
    changed(ids.stream().map(ContactId::value).toList());
  }

  /** How far the index of contacts is. */
  public IndexState indexState() {
    rights.require(Right.READ_RECORDS);
    return index.state();
  }

  /** Contacts that may be the same person; nothing while the index is being built. */
  public List<ContactRow> likelyDuplicates(ContactData data, @Nullable ContactId self) {
    rights.require(Right.READ_RECORDS);
    List<UUID> ids =
        index.likelyDuplicates(
            data.name().full(),
            data.emails().stream().map(e -> e.address().value()).toList(),
            data.phones().stream().map(p -> p.number().dialled()).toList(),
            self == null ? null : self.value());
    return sight.seen(repository.rows(ids, ContactColumn.DEFAULT));
  }

  /**
   * The ids of contacts with one of these keys of other programs and of those with one of these
   * e-mails: of what very many share, no more than these for each key and e-mail.
   */
  public List<ContactId> matchingEach(
      Collection<String> keys, Collection<String> emails, int mostOfEach) {
    rights.require(Right.READ_RECORDS);
    return Stream.concat(
            index.matchingEach(ContactSearch.EXTERNAL_ID, keys, mostOfEach).stream(),
            index.matchingEach(ContactSearch.EMAIL, emails, mostOfEach).stream())
        .distinct()
        .map(ContactId::new)
        .toList();
  }

  /**
   * The ids of contacts with one of these keys of other programs or one of these e-mails, or, where
   * neither is given, of these phones: for imports.
   *
   * @param most no more than these: a whole firm may share an address or a number
   */
  public List<ContactId> matching(
      Collection<String> keys, Collection<String> emails, Collection<String> phones, int most) {
    rights.require(Right.READ_RECORDS);
    if (keys.isEmpty() && emails.isEmpty()) {
      return phones.isEmpty() ? List.of() : ids(Filter.in(ContactSearch.PHONE, phones), most);
    }
    Filter byEmail = Filter.in(ContactSearch.EMAIL, emails);
    Filter byKey = Filter.in(ContactSearch.EXTERNAL_ID, keys);
    return ids(
        keys.isEmpty() ? byEmail : emails.isEmpty() ? byKey : Filter.or(byKey, byEmail), most);
  }

  private List<ContactId> ids(Filter filter, int most) {
    return index.matching(filter, most).stream().map(ContactId::new).toList();
  }

  /** Lets searches see these, of a larger transaction that committed; the answer waits for it. */
  public IndexWait tellIndex(Collection<ContactId> ids) {
    rights.require(Right.WRITE_RECORDS);
    return index.announce(ids.stream().map(ContactId::value).toList());
  }

  /** Lets the writer's next search see the write; of a larger transaction the database tells. */
  private void changed(List<UUID> ids) {
    if (!writes.isRunning()) {
      index.changed(ids);
    }
  }
}
