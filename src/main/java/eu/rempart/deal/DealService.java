package eu.rempart.deal;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.common.Page;
import eu.rempart.common.SaveResult;
import eu.rempart.company.CompanyId;
import eu.rempart.customfield.CustomChecks;
import eu.rempart.customfield.CustomIndex;
import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.deal.line.DealReckoning;
import eu.rempart.search.IndexState;
import eu.rempart.search.IndexWait;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.order.Total;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The door to deals. Every method needs a right, and throws where it is missing. */
@Service
public class DealService {

  private final DealRepository repository;
  private final DealPathQueries paths;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final DealSight sight;

  DealService(
      DealRepository repository,
      DealPathQueries paths,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom) {
    this.repository = repository;
    this.paths = paths;
    this.index = new KindSearch(index, DealSearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.sight = new DealSight(rights, custom);
  }

  /** A page of the list; by last change while the index is being built. */
  public Page<DealRow> page(DealQuery query, int offset, int limit) {
    rights.require(Right.READ_RECORDS);
    Set<DealField> fields = DealColumn.fieldsOf(query.shown());
    if (!index.state().ready()) {
      int count = repository.countUpTo(Total.CAP);
      return new Page<>(
          sight.seen(repository.recent(offset, limit, fields)), count, count < Total.CAP, false);
    }
    SearchPage page = index.page(schema -> search(query, schema), offset, limit);
    return page.with(sight.seen(repository.rows(page.ids(), fields)));
  }

  /**
   * The ids of the whole list in its order, in batches that are read when they are asked for.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   * @throws eu.rempart.search.rule.RuleOutdatedException if the rule is on a field that is gone
   */
  public Stream<List<DealId>> ids(DealQuery query, int batch) {
    rights.require(Right.READ_RECORDS);
    return index
        .ids(query.filter().rule(), schema -> search(query, schema), batch)
        .map(ids -> ids.stream().map(DealId::new).toList());
  }

  private SearchQuery search(DealQuery query, SearchSchema schema) {
    return SearchQuery.all(DealSearch.KIND)
        .text(query.text())
        .filter(DealSearch.filter(query.filter(), schema, query.zone()))
        .sort(CustomIndex.sort(schema, query.sortedBy(), query.descending()).orElse(query.order()));
  }

  public Optional<Deal> find(DealId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id).map(sight::seen);
  }

  /** Those of these that are there, in no order. */
  public List<Deal> findAll(Collection<DealId> ids) {
    rights.require(Right.READ_RECORDS);
    return ids.isEmpty()
        ? List.of()
        : repository.findAll(ids.stream().map(DealId::value).toList()).stream()
            .map(sight::seen)
            .toList();
  }

  /** Rows of those of these that are there, in this order. */
  public List<DealRow> rows(List<DealId> ids, Set<DealColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return sight.seen(
        repository.rows(ids.stream().map(DealId::value).toList(), DealColumn.fieldsOf(shown)));
  }

  /**
   * The deals with a company: open ones first; none for whom companies of deals are hidden from.
   *
   * @param limit most rows, 1 or more
   */
  public Page<DealRow> of(CompanyId company, int limit, Set<DealColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return rights.hidden(DealSearch.KIND).contains(DealField.COMPANY.column())
        ? Page.empty()
        : new Page<>(
            sight.seen(repository.of(company, limit, DealColumn.fieldsOf(shown))),
            repository.count(company),
            true,
            false);
  }

  /** The deals changed last, newest first. */
  public List<DealRow> recentlyChanged(int limit, Set<DealColumn> shown) {
    rights.require(Right.READ_RECORDS);
    return sight.seen(repository.recent(0, limit, DealColumn.fieldsOf(shown)));
  }

  /** The stages that a deal went through, oldest first. */
  public List<StageVisit> path(DealId id) {
    rights.require(Right.READ_RECORDS);
    return paths.path(id);
  }

  /**
   * Keeps a new deal.
   *
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   */
  public DealId create(DealData data) {
    DealId id = new DealId(Ids.next());
    createAll(Map.of(id, sight.owned(data)), Reason.EDIT);
    changed(List.of(id.value()));
    return id;
  }

  /** Keeps many new deals at once; see {@link #create}. */
  public void createAll(Map<DealId, DealData> deals, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireNew(deals.values());
    deals.values().forEach(DealRules::check);
    writes.run(reason, change -> repository.insert(DealReckoning.settled(deals)));
  }

  /** Keeps many new deals at once, some of which ended before they came here; for imports. */
  public void createEnded(Map<DealId, NewDeal> deals, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    List<DealData> data = deals.values().stream().map(NewDeal::data).toList();
    sight.requireNew(data);
    data.forEach(DealRules::check);
    Map<DealId, NewDeal> settled = new HashMap<>(deals);
    settled.replaceAll((_, deal) -> deal.settled());
    writes.run(reason, change -> repository.insertEnded(settled));
  }

  /** What is kept of something new: it belongs to somebody whose records its maker may write. */
  public DealData owned(DealData data) {
    rights.require(Right.WRITE_RECORDS);
    return sight.owned(data);
  }

  /** Writes moves that happened at times of their own: for imports and demo data. */
  public void moveAll(Collection<DatedMove> moves, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    writes.run(reason, change -> repository.moveAll(moves));
  }

  /**
   * Saves what changed between {@code before} and {@code after}, unless somebody saved in between.
   *
   * @param version that {@code before} had
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws eu.rempart.deal.line.LineRefusedException if a line can't be kept
   */
  public SaveResult<Deal, DealField> save(DealId id, int version, DealData before, DealData after) {
    rights.require(Right.WRITE_RECORDS);
    Set<DealField> mine = DealField.changed(before, after);
    sight.requireChange(id.value(), mine, before, after);
    // an unopenable name must not block other edits
    if (mine.contains(DealField.NAME) || before.name() != null) {
      DealRules.check(sight.whole(after, () -> repository.find(id)));
    }
    boolean saved =
        mine.isEmpty()
            || writes.inTransaction(Reason.EDIT, change -> write(id, version, mine, after));
    Optional<Deal> current = repository.find(id).map(sight::seen);
    if (current.isEmpty()) {
      return new SaveResult.Gone<>();
    }
    if (!saved) {
      DealData now = current.get().data();
      return SaveResult.stale(
          current.get(), mine, DealField.changed(before, now), DealField.changed(after, now));
    }
    changed(List.of(id.value()));
    return new SaveResult.Saved<>(current.get());
  }

  private boolean write(DealId id, int version, Set<DealField> mine, DealData after) {
    Optional<Deal> read = repository.find(id).filter(deal -> deal.version() == version);
    // lines are judged against what they were typed over: else the person is asked, not refused
    return read.isPresent()
        && repository.update(
            id, version, DealSight.touched(mine), sight.settled(mine, after, () -> read));
  }

  /** Those of these that {@link #saveAll} can keep so, by all that they have, shown or not. */
  public Set<Deal> keepable(Map<Deal, DealData> changes) {
    rights.require(Right.READ_RECORDS);
    return sight.keepable(changes, repository::findAll, (_, after) -> DealRules.check(after));
  }

  /**
   * Saves many at once, each unless somebody saved it in between.
   *
   * @param changes the deals as they were read, with what they are to be
   * @return those that were not saved
   */
  public Set<DealId> saveAll(Map<Deal, DealData> changes, Reason reason) {
    rights.require(Right.WRITE_RECORDS);
    sight.requireChanges(changes, repository::findAll, (_, after) -> DealRules.check(after));
    return writes.inTransaction(
        reason, change -> repository.updateAll(sight.settled(changes, repository::findAll)));
  }

  /**
   * Waits until searches see these, written in a larger transaction that has been committed; for so
   * long at most.
   */
  public void awaitIndex(Collection<DealId> ids, Duration patience) {
    rights.require(Right.WRITE_RECORDS);
    index.changed(ids.stream().map(DealId::value).toList(), patience);
  }

  /**
   * Moves deals to the bin, each with the people who take part.
   *
   * @return the id of the change, by which it can be undone
   */
  public UUID archive(Collection<DealId> ids) {
    rights.require(Right.ARCHIVE_RECORDS);
    List<UUID> values = ids.stream().map(DealId::value).toList();
    rights.require(Right.ARCHIVE_RECORDS, DealSearch.KIND, values);
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(values));
    changed(values);
    return changeId;
  }

  /** Lets the next search see records that came back from the bin. */
  public void cameBack(Collection<DealId> ids) {
    rights.require(Right.READ_RECORDS);
    changed(ids.stream().map(DealId::value).toList());
  }

  /** Lets searches see these, of a larger transaction that committed; the answer waits for it. */
  public IndexWait tellIndex(Collection<DealId> ids) {
    rights.require(Right.WRITE_RECORDS);
    return index.announce(ids.stream().map(DealId::value).toList());
  }

  /** How far the index of deals is. */
  public IndexState indexState() {
    rights.require(Right.READ_RECORDS);
    return index.state();
  }

  /** Lets the writer's next search see the write; of a larger transaction the database tells. */
  private void changed(List<UUID> ids) {
    if (!writes.isRunning()) {
      index.changed(ids);
    }
  }
}
