package eu.rempart.search.order;

import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    List<Query> ranks = query.sort() == null ? plan.ranks(query) : List.of();
    SearchPage page =
        found(ranks.isEmpty() ? List.of(exactly) : ranks, false, after, offset, limit);
    List<Query> wider =
        page.total().count() > 0 || query.hasNoText() ? List.of() : plan.similarly(query);
    for (int i = 0; i < wider.size() && page.total().count() == 0; i++) {
      SearchPage near = found(List.of(wider.get(i)), true, after, offset, limit);
      page = near.total().count() > 0 ? near : page;
    }
    return page;
  }

  private SearchPage everything(@Nullable Cursor after, int offset, int limit) {
    List<Run.Whole> runs =
        orders.stream()
            .map(Run.Whole::of)
            .map(run -> after == null ? run : run.after(after))
            .toList();
    Total total = new Total(searcher.getIndexReader().numDocs(), true);
    List<Entry> window = Merge.window(runs, offset, limit);
    return page(window, 0, total, false, offset == 0 && window.size() < Run.sizeOf(runs));
  }

  /**
   * The classes of an answer one behind the other, from that of the cursor on. Counts as far as
   * {@link Total#CAP} at least, and until the page is full.
   */
  private SearchPage found(
      List<Query> ranks, boolean similar, @Nullable Cursor after, int offset, int limit)
      throws IOException {
    List<Entry> window = new ArrayList<>();
    int last = 0;
    int count = 0;
    long left = 0;
    boolean exact = true;
    for (int rank = after == null ? 0 : after.rank; rank < ranks.size(); rank++) {
      if (window.size() == limit && count >= Total.CAP) {
        exact = false;
        left++;
        break;
      }
      int skipped = Math.max(0, offset - count);
      int wanted = limit - window.size();
      // One more than the page, to know whether there is a next one.
      int needed = Math.addExact(Math.addExact(skipped, wanted), 1);
      Cursor begun = after != null && rank == after.rank ? after : null;
      Hits hits =
          Hits.of(
              searcher,
              ranks.get(rank),
              orders,
              begun,
              needed,
              Math.max(Total.CAP - count, needed));
      List<Entry> more = Merge.window(hits.runs(), skipped, wanted);
      if (!more.isEmpty()) {
        window.addAll(more);
        last = rank;
      }
      left += Run.sizeOf(hits.runs()) - more.size();
      count += hits.total().count();
      exact &= hits.total().exact();
    }
    // Whoever came by an offset goes on by one; a cursor costs as much as some rows.
    return page(window, last, new Total(count, exact), similar, offset == 0 && left > 0);
  }

  private static SearchPage page(
      List<Entry> window, int rank, Total total, boolean similar, boolean more) {
    Optional<Cursor> next =
        more && !window.isEmpty()
            ? Optional.of(new Cursor(window.get(window.size() - 1), rank))
            : Optional.empty();
    return new SearchPage(
        window.stream().map(Entry::id).collect(Collectors.toUnmodifiableList()),
        total,
        similar,
        next);
  }
}
