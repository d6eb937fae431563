package eu.rempart.company;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.Page;
import eu.rempart.common.SaveResult;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.search.IndexState;
import eu.rempart.search.IndexWait;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.order.Total;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door to companies. Every method needs a right, and throws where it is missing. */
@Service
public class CompanyService {

  static final int MOST = 500; // of one name or key: whoever asks opens all that are found
  private final CompanyRepository repository;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final CompanySight sight;
  private final List<CompanyDependents> dependents;

  CompanyService(
      CompanyRepository repository,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom,
      List<CompanyDependents> dependents) {
    this.dependents = dependents;
    this.repository = repository;
    this.index = new KindSearch(index, CompanySearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.sight = new CompanySight(rights, custom);
  }

  /** A page of the list; by last change while the index is being built. */
  public Page<CompanyRow> page(CompanyQuery query, int offset, int limit) {
    rights.require(Right.READ_RECORDS);
    Set<CompanyField> fields = CompanyColumn.fieldsOf(query.shown());
    if (!index.state().ready()) {
      int count = repository.countUpTo(Total.CAP);
      return new Page<>(
          sight.seen(repository.recent(offset, limit, fields)), count, count < Total.CAP, false);
    }
    SearchPage page = index.page(schema -> CompanyConditions.query(query, schema), offset, limit);
    return page.with(sight.seen(repository.rows(page.ids(), fields)));
  }

  /**
   * The ids of the whole list in its order, in batches that are read when they are asked for.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   * @throws eu.rempart.search.rule.RuleOutdatedException if the rule is on a field that is gone
   */
  public Stream<List<CompanyId>> ids(CompanyQuery query, int batch) {
    rights.require(Right.READ_RECORDS);
    return index
        .ids(query.filter().rule(), schema -> CompanyConditions.query(query, schema), batch)
        .map(ids -> ids.stream().map(CompanyId::new).toList());
  }

  /** Those of these that are there, in no order. */
  public List<Company> findAll(Collection<CompanyId> ids) {
    rights.require(Right.READ_RECORDS);
    List<UUID> values = ids.stream().map(CompanyId::value).toList();
    return values.isEmpty()
        ? List.of()
        : repository.findAll(values).stream().map(sight::seen).toList();
  }

  public Optional<Company> find(CompanyId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id).map(sight::seen);
  }

  /** Rows of those of these that are there, in this order. */
  public List<CompanyRow> rows(List<CompanyId> ids, Set<CompanyColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return sight.seen(
        repository.rows(
            ids.stream().map(CompanyId::value).toList(), CompanyColumn.fieldsOf(shown)));
  }

  /**
   * Keeps a new company.
   *
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public CompanyId create(CompanyData data) {
    CompanyId id = new CompanyId(Ids.next());
    createAll(Map.of(id, sight.owned(data)), Reason.EDIT);
    changed(List.of(id.value()));
    return id;
  }

  /** Keeps many new companies at once; see {@link #create}. */
  public void createAll(Map<CompanyId, CompanyData> companies, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireNew(companies.values());
    companies.forEach(CompanyRules::check);
    writes.run(reason, change -> repository.insert(companies));
  }

  /**
   * Saves what changed between {@code before} and {@code after}, unless somebody saved in between.
   *
   * @param version that {@code before} had
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public SaveResult<Company, CompanyField> save(
      CompanyId id, int version, CompanyData before, CompanyData after) {
    return save(id, version, before, after, Reason.EDIT);
  }

  /** As {@link #save(CompanyId, int, CompanyData, CompanyData)}, for a reason of its own. */
  public SaveResult<Company, CompanyField> save(
      CompanyId id, int version, CompanyData before, CompanyData after, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    Set<CompanyField> mine = CompanyField.changed(before, after);
    sight.requireChange(id.value(), mine, before, after);
    if (mine.contains(CompanyField.NAME) || before.name() != null) {
      CompanyRules.check(id, after);
    }
    boolean saved =
        mine.isEmpty()
            || writes.inTransaction(
                reason,
                change ->
                    repository.update(
                        id, version, mine, sight.written(mine, after, () -> repository.find(id))));
    Optional<Company> current = repository.find(id).map(sight::seen);
    if (current.isEmpty()) {
      return new SaveResult.Gone<>();
    }
    if (!saved) {
      CompanyData now = current.get().data();
      return SaveResult.stale(
          current.get(), mine, CompanyField.changed(before, now), CompanyField.changed(after, now));
    }
    changed(List.of(id.value()));
    return new SaveResult.Saved<>(current.get());
  }

  /** Those of these that {@link #saveAll} can keep so, by all that they have, shown or not. */
  public Set<Company> keepable(Map<Company, CompanyData> changes) {
    rights.require(Right.READ_RECORDS);
    return sight.keepable(
        changes, repository::findAll, (company, after) -> CompanyRules.check(company.id(), after));
  }

  /**
   * Saves many at once, each unless somebody saved it in between.
   *
   * @param changes the records as they were read, with what they are to be
   * @return those that were not saved
   */
  public Set<CompanyId> saveAll(Map<Company, CompanyData> changes, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireChanges(
        changes, repository::findAll, (company, after) -> CompanyRules.check(company.id(), after));
    return writes.inTransaction(
        reason, change -> repository.updateAll(sight.written(changes, repository::findAll)));
  }

  /**
   * Moves companies to the bin, each with its links.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(Collection<CompanyId> ids) {
    rights.require(Right.ARCHIVE_RECORDS);
    return archive(ids, repository::delete);
  }

  private UUID archive(Collection<CompanyId> ids, Consumer<List<UUID>> delete) {
    List<UUID> values = ids.stream().map(CompanyId::value).toList();
    rights.require(Right.ARCHIVE_RECORDS, CompanySearch.KIND, values);
    UUID changeId = writes.change(Reason.ARCHIVE, () -> delete.accept(values));
    changed(values);
    return changeId;
  }

  /** How many records, such as people, belong to these companies only. */
  public int countDependents(Collection<CompanyId> ids) {
    rights.require(Right.READ_RECORDS);
    return dependents.stream().mapToInt(kind -> kind.onlyOf(ids).size()).sum();
  }

  /**
   * Moves companies to the bin together with the records that belong to them only: they come back
   * together too.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archiveWithDependents(Collection<CompanyId> ids) {
    rights.require(Right.ARCHIVE_RECORDS);
    Map<CompanyDependents, Set<UUID>> only = new HashMap<>();
    UUID changeId =
        archive(
            ids,
            values -> {
              dependents.forEach(kind -> only.put(kind, kind.onlyOf(ids)));
              repository.deleteTogether(values, () -> only.forEach(CompanyDependents::archive));
            });
    only.forEach(CompanyDependents::changed);
    return changeId;
  }

  /** The companies that name this one as their parent. */
  public List<CompanyReference> subsidiaries(CompanyId parent) {
    rights.require(Right.READ_RECORDS);
    return repository.subsidiaries(parent);
  }

  /** A company that another record names; empty where it was purged. */
  public Optional<CompanyReference> reference(CompanyId id) {
    rights.require(Right.READ_RECORDS);
    return repository.reference(id);
  }

  /** The companies changed last, newest first. */
  public List<CompanyRow> recentlyChanged(int limit, Set<CompanyColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return sight.seen(repository.recent(0, limit, CompanyColumn.fieldsOf(shown)));
  }

  /** Lets the next search see records that came back from the bin. */
  public void cameBack(Collection<CompanyId> ids) {
    rights.require(Right.READ_RECORDS);
    changed(ids.stream().map(CompanyId::value).toList());
  }

  /** How far the index of companies is. */
  public IndexState indexState() {
    rights.require(Right.READ_RECORDS);
    return index.state();
  }

  /** Companies that may be the same one; nothing while the index is being built. */
  public List<CompanyRow> likelyDuplicates(CompanyData data, @Nullable CompanyId self) {
    rights.require(Right.READ_RECORDS);
    List<UUID> ids =
        index.likelyDuplicates(
            data.name() == null ? "" : data.name(),
            data.emails().stream().map(e -> e.address().value()).toList(),
            data.phones().stream().map(p -> p.number().dialled()).toList(),
            self == null ? null : self.value());
    return sight.seen(repository.rows(ids, CompanyColumn.fieldsOf(CompanyColumn.DEFAULT)));
  }

  /** The ids of companies with this key of another program, else of this name; 500 at most. */
  public List<CompanyId> matching(@Nullable String key, @Nullable String name) {
    rights.require(Right.READ_RECORDS);
    List<UUID> found =
        key == null ? List.of() : index.matchingEach(CompanySearch.EXTERNAL_ID, List.of(key), MOST);
    if (found.isEmpty() && name != null) {
      found =
          index.matchingEach(CompanySearch.EXACT_NAME, List.of(CompanySearch.exact(name)), MOST);
    }
    return found.stream().map(CompanyId::new).toList();
  }

  /** Lets searches see these, of a larger transaction that committed; the answer waits for it. */
  public IndexWait tellIndex(Collection<CompanyId> ids) {
    rights.require(Right.WRITE_RECORDS);
    return index.announce(ids.stream().map(CompanyId::value).toList());
  }

  /** Lets the writer's next search see the write; of a larger transaction the database tells. */
  private void changed(List<UUID> ids) {
    if (!writes.isRunning()) {
      index.changed(ids);
    }
  }
}
