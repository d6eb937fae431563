package eu.rempart.search.order;

import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSort;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Answers one query on one state of the index. */
public final class Pager {

  private final IndexSearcher searcher;
  private final Plan plan;
  private final SearchQuery query;
  private final List<SegmentOrder> orders;

  /**
   * Reads the columns that it sorts by, where no search did so before.
   *
   * @param plan what Lucene is to be asked
   */
  public Pager(IndexSearcher searcher, Plan plan, Columns columns, SearchQuery query) {
    this.searcher = searcher;
    this.plan = plan;
    this.query = query;
    SearchSort sort = query.sort() == null ? SearchSort.ascending(columns.primary()) : query.sort();
    this.orders =
        searcher.getIndexReader().leaves().stream()
            .map(LeafReaderContext::reader)
            .map(reader -> new SegmentOrder(reader, columns, sort))
            .toList();
  }

  /**
   * A page of what is found.
   *
   * @param after where the page before ended; null for the first
   * @param offset how many to leave out, from there
   */
  public SearchPage page(@Nullable Cursor after, int offset, int limit) throws IOException {
    Query exactly = plan.exactly(query);
    if (exactly == null) {
      return everything(after, offset, limit);
    }
    SearchPage page = found(exactly, false, after, offset, limit, Total.CAP);
    if (page.total().count() > 0 || query.hasNoText()) {
      return page;
    }
    Query similarly = plan.similarly(query);
    return similarly == null ? page : found(similarly, true, after, offset, limit, Total.CAP);
  }

  /** The first records one of whose name's words begins so. */
  public List<UUID> beginnings(int limit) throws IOException {
    Query beginnings = plan.beginnings(query);
    return beginnings == null
        ? List.of()
        : found(beginnings, false, null, 0, limit, limit + 1).ids();
  }

  private SearchPage everything(@Nullable Cursor after, int offset, int limit) {
    List<Run.Whole> runs =
        orders.stream()
            .map(Run.Whole::of)
            .map(run -> after == null ? run : run.after(after))
            .toList();
    Total total = new Total(searcher.getIndexReader().numDocs(), true);
    return page(runs, total, false, offset, limit);
  }

  private SearchPage found(
      Query lucene, boolean similar, @Nullable Cursor after, int offset, int limit, int count)
      throws IOException {
    // One more than the page, to know whether there is a next one.
    int needed = Math.addExact(Math.addExact(offset, limit), 1);
    Hits hits = Hits.of(searcher, lucene, orders, after, needed, Math.max(count, needed));
    return page(hits.runs(), hits.total(), similar, offset, limit);
  }

  private static SearchPage page(
      List<? extends Run> runs, Total total, boolean similar, int offset, int limit) {
    List<Entry> window = Merge.window(runs, offset, limit);
    // Whoever came by an offset goes on by one; a cursor costs as much as some rows.
    boolean more = offset == 0 && window.size() < Run.sizeOf(runs);
    Optional<Cursor> next =
        more && !window.isEmpty()
            ? Optional.of(new Cursor(window.get(window.size() - 1)))
            : Optional.empty();
    return new SearchPage(
        window.stream().map(Entry::id).collect(Collectors.toUnmodifiableList()),
        total,
        similar,
        next);
  }
}
