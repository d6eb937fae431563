package eu.rempart.quote;

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
import eu.rempart.deal.DealId;
import eu.rempart.quote.money.Totals;
import eu.rempart.search.IndexState;
import eu.rempart.search.KindSearch;
import eu.rempart.search.SearchIndex;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.order.Total;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.question.SearchSort;
import eu.rempart.search.rule.RuleFilter;
import eu.rempart.tag.TagRules;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The door to quotes, but for the steps of issued ones, which are in {@link QuoteStepService}'.
 * Every method needs a right, and throws where it is missing.
 */
@Service
public class QuoteService {

  private final QuoteRepository repository;
  private final KindSearch index;
  private final Writes writes;
  private final Rights rights;
  private final QuoteSight sight;

  QuoteService(
      QuoteRepository repository,
      SearchIndex index,
      Writes writes,
      Rights rights,
      CustomChecks custom) {
    this.repository = repository;
    this.index = new KindSearch(index, QuoteSearch.KIND);
    this.writes = writes;
    this.rights = rights;
    this.sight = new QuoteSight(rights, custom);
  }

  /** A page of the list; by last change while the index is being built. */
  public Page<QuoteRow> page(QuoteQuery query, int offset, int limit) {
    rights.require(Right.READ_RECORDS);
    if (!index.state().ready()) {
      int count = repository.countUpTo(Total.CAP);
      return new Page<>(
          sight.seen(repository.recent(offset, limit)), count, count < Total.CAP, false);
    }
    SearchPage page = index.page(schema -> search(query, schema), offset, limit);
    return page.with(sight.seen(repository.rows(page.ids())));
  }

  private SearchQuery search(QuoteQuery query, SearchSchema schema) {
    ZoneId zone = query.zone();
    LocalDate today = LocalDate.now(zone);
    Filter states = QuoteSearch.filter(query.states(), today);
    return SearchQuery.all(QuoteSearch.KIND)
        .text(query.text())
        .filter(
            query.rule().isEmpty()
                ? states
                : Filter.and(states, new RuleFilter(schema, today, zone).of(query.rule())))
        .sort(
            CustomIndex.sort(schema, query.sortedBy(), query.descending())
                .orElseGet(() -> sort(query)));
  }

  private static @Nullable SearchSort sort(QuoteQuery query) {
    return query.sort() == QuoteColumn.TITLE && !query.descending()
        ? null
        : new SearchSort(Objects.requireNonNull(query.sort().sort()), query.descending());
  }

  /**
   * The ids of the whole list in its order, in batches that are read when they are asked for.
   *
   * @throws eu.rempart.search.SearchNotReadyException while the index is being built
   * @throws eu.rempart.search.rule.RuleOutdatedException if the rule is on a field that is gone
   */
  public Stream<List<QuoteId>> ids(QuoteQuery query, int batch) {
    rights.require(Right.READ_RECORDS);
    return index
        .ids(query.rule(), schema -> search(query, schema), batch)
        .map(ids -> ids.stream().map(QuoteId::new).toList());
  }

  /** Those of these that are there, in no order. */
  public List<Quote> findAll(Collection<QuoteId> ids) {
    rights.require(Right.READ_RECORDS);
    return ids.isEmpty()
        ? List.of()
        : repository.findAll(ids.stream().map(QuoteId::value).toList()).stream()
            .map(sight::seen)
            .toList();
  }

  /**
   * Gives quotes, issued ones too, another owner or other tags.
   *
   * @return those that somebody changed meanwhile, which are left as they are
   * @throws IllegalArgumentException if anything else changes
   */
  public Set<QuoteId> sort(Map<Quote, QuoteData> changes) {
    rights.require(Right.WRITE_RECORDS);
    changes.forEach(
        (quote, after) -> {
          if (!QuoteField.LATER.containsAll(QuoteField.changed(quote.data(), after))
              || after.tags().size() > TagRules.MAX_ON_RECORD) {
            throw new IllegalArgumentException(
                quote.id() + ": expected another owner or up to 50 other tags");
          }
        });
    sight.requireChanges(changes);
    return writes.inTransaction(Reason.EDIT, change -> repository.updateAll(changes));
  }

  /**
   * Waits until searches see these, written in a larger transaction that has been committed; for so
   * long at most.
   */
  public void awaitIndex(Collection<QuoteId> ids, Duration patience) {
    rights.require(Right.WRITE_RECORDS);
    index.changed(ids.stream().map(QuoteId::value).toList(), patience);
  }

  public Optional<Quote> find(QuoteId id) {
    rights.require(Right.READ_RECORDS);
    return repository.find(id).map(sight::seen);
  }

  /** Rows of those of these that are there, in this order. */
  public List<QuoteRow> rows(List<QuoteId> ids) {
    rights.require(Right.READ_RECORDS);
    return sight.seen(repository.rows(ids.stream().map(QuoteId::value).toList()));
  }

  /** The quotes that take the place of this one, drafts among them, oldest first. */
  public List<QuoteRow> revisionsOf(QuoteId id) {
    rights.require(Right.READ_RECORDS);
    return sight.tells("revises_id") ? sight.seen(repository.revisionsOf(id)) : List.of();
  }

  /**
   * The quotes to a company, the latest change first.
   *
   * @param limit most rows, 1 or more
   */
  public Page<QuoteRow> of(CompanyId company, int limit) {
    rights.require(Right.READ_RECORDS);
    return sight.tells(QuoteField.COMPANY.column())
        ? new Page<>(
            sight.seen(repository.of(company, limit)), repository.count(company), true, false)
        : Page.empty();
  }

  /** As {@link #of(CompanyId, int)}, of a deal. */
  public Page<QuoteRow> of(DealId deal, int limit) {
    rights.require(Right.READ_RECORDS);
    return sight.tells(QuoteField.DEAL.column())
        ? new Page<>(sight.seen(repository.of(deal, limit)), repository.count(deal), true, false)
        : Page.empty();
  }

  /**
   * Keeps a new draft.
   *
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws eu.rempart.quote.money.QuoteRefusedException if a line can't be reckoned
   */
  public QuoteId create(QuoteData data) {
    rights.require(Right.WRITE_RECORDS);
    QuoteData owned = sight.owned(data);
    sight.requireNew(List.of(owned));
    Totals totals = QuoteRules.check(owned);
    QuoteId id = new QuoteId(Ids.next());
    writes.run(Reason.EDIT, change -> repository.insert(id, owned, totals, null));
    changed(List.of(id.value()));
    return id;
  }

  /**
   * Saves what changed between {@code before} and {@code after}, unless somebody saved in between.
   *
   * @param version that {@code before} had
   * @throws eu.rempart.common.InvalidFieldException if a value can't be kept
   * @throws eu.rempart.quote.money.QuoteRefusedException if a line can't be reckoned, or the
   *     currency changes while lines or the discount do not open and stay
   * @throws IssuedQuoteException if it is issued, and never changes
   */
  public SaveResult<Quote, QuoteField> save(
      QuoteId id, int version, QuoteData before, QuoteData after) {
    rights.require(Right.WRITE_RECORDS);
    Set<QuoteField> mine = QuoteField.changed(before, after);
    sight.requireChange(id.value(), mine, before, after);
    Optional<Quote> known = repository.find(id);
    // what it comes to follows from all of it, be it shown to whoever writes or not
    QuoteData whole = sight.whole(after, () -> known);
    Totals totals =
        mine.contains(QuoteField.TITLE) || before.title() != null
            ? QuoteRules.check(whole)
            : whole.totals();
    boolean priced =
        mine.stream().anyMatch(QuoteField.MONEY::contains)
            && known.stream().noneMatch(now -> now.sealsPrice(mine));
    known.ifPresent(now -> now.requireChange(mine));
    QuoteData kept = sight.written(mine, after, () -> known);
    boolean saved =
        mine.isEmpty()
            || writes.inTransaction(
                Reason.EDIT,
                change -> repository.update(id, version, mine, kept, priced ? totals : null));
    Optional<Quote> current = repository.find(id).map(sight::seen);
    if (current.isEmpty()) {
      return new SaveResult.Gone<>();
    }
    if (!saved) {
      QuoteData now = current.get().data();
      return SaveResult.stale(
          current.get(), mine, QuoteField.changed(before, now), QuoteField.changed(after, now));
    }
    changed(List.of(id.value()));
    return new SaveResult.Saved<>(current.get());
  }

  /**
   * Moves drafts to the bin. What is issued stays.
   *
   * @return the id of the change, by which it can be undone
   * @throws IssuedQuoteException if one of them is issued
   */
  public UUID archive(Collection<QuoteId> ids) {
    rights.require(Right.ARCHIVE_RECORDS);
    List<UUID> values = ids.stream().map(QuoteId::value).toList();
    rights.require(Right.ARCHIVE_RECORDS, QuoteSearch.KIND, values);
    repository.rows(values).stream()
        .filter(row -> row.kept().issued())
        .findFirst()
        .ifPresent(
            row -> {
              throw new IssuedQuoteException(row.id());
            });
    UUID changeId = writes.change(Reason.ARCHIVE, () -> repository.delete(values));
    changed(values);
    return changeId;
  }

  /** Lets the next search see records that came back from the bin. */
  public void cameBack(Collection<QuoteId> ids) {
    rights.require(Right.READ_RECORDS);
    changed(ids.stream().map(QuoteId::value).toList());
  }

  /** How far the index of quotes is. */
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
