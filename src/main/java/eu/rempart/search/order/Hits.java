package eu.rempart.search.order;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query over every segment and keeps the first documents of each in the order of the search.
 * In the order of the index it stops once it has these and has counted enough; in other orders it
 * marks all matches, then takes the first ones.
 */
final class Hits {

  private final List<Run> runs = new ArrayList<>();
  private final int needed;
  private final int countUpTo;
  private int count;
  private boolean exact = true;

  private Hits(int needed, int countUpTo) {
    this.needed = needed;
    this.countUpTo = countUpTo;
  }

  /**
   * @param after where to begin; null for the beginning
   * @param needed how many documents to keep for each segment
   * @param countUpTo how far to count at least, if there are so many
   */
  static Hits of(
      IndexSearcher searcher,
      Query query,
      List<SegmentOrder> orders,
      @Nullable Cursor after,
      int needed,
      int countUpTo)
      throws IOException {
    Hits hits = new Hits(needed, countUpTo);
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (int i = 0; i < leaves.size(); i++) {
      Scorer scorer = weight.scorer(leaves.get(i));
      if (scorer != null) {
        SegmentOrder order = orders.get(i);
        int first = after == null ? 0 : order.positionAfter(after);
        if (order.isIndexOrder()) {
          hits.collectInOrder(scorer.iterator(), order, first);
        } else {
          hits.collectAll(scorer.iterator(), order, first);
        }
      }
    }
    return hits;
  }

  List<Run> runs() {
    return runs;
  }

  Total total() {
    return new Total(count, exact);
  }

  private void collectInOrder(DocIdSetIterator matches, SegmentOrder order, int first)
      throws IOException {
    Bits live = order.reader.getLiveDocs();
    int[] documents = new int[Math.min(needed, 64)];
    int size = 0;
    int doc = first == 0 ? matches.nextDoc() : matches.advance(Math.min(first, order.size()));
    for (; doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      if (size >= needed && count >= countUpTo) {
        exact = false;
        break;
      }
      if (size < needed) {
        if (size == documents.length) {
          documents = Arrays.copyOf(documents, Math.min(needed, size * 2));
        }
        documents[size++] = doc;
      }
      count++;
    }
    runs.add(new Run.Listed(order, documents, size));
  }

  private void collectAll(DocIdSetIterator matches, SegmentOrder order, int first)
      throws IOException {
    FixedBitSet found = new FixedBitSet(order.size());
    Bits live = order.reader.getLiveDocs();
    matches.nextDoc();
    matches.intoBitSet(order.size(), found, 0);
    if (live != null) {
      live.applyMask(found, 0);
    }
    int matched = found.cardinality();
    count += matched;
    boolean walk = (long) needed * order.size() / (matched + 1) < matched;
    int[] documents = walk ? walked(found, order, first) : picked(found, order, first, matched);
    runs.add(new Run.Listed(order, documents, documents.length));
  }

  /** For many matches: along the order of the search until there are enough. */
  private int[] walked(FixedBitSet found, SegmentOrder order, int first) {
    int[] documents = new int[Math.min(needed, order.size())];
    int size = 0;
    for (int at = first; at < order.size() && size < documents.length; at++) {
      int doc = order.documentAt(at);
      if (found.get(doc)) {
        documents[size++] = doc;
      }
    }
    return Arrays.copyOf(documents, size);
  }

  /** For few matches: sorts their positions. */
  private int[] picked(FixedBitSet found, SegmentOrder order, int first, int matched) {
    int[] positions = new int[matched];
    int size = 0;
    int doc = order.size() == 0 ? DocIdSetIterator.NO_MORE_DOCS : found.nextSetBit(0);
    while (doc != DocIdSetIterator.NO_MORE_DOCS) {
      int position = order.positionOf(doc);
      if (position >= first) {
        positions[size++] = position;
      }
      doc = doc + 1 < order.size() ? found.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS;
    }
    Arrays.sort(positions, 0, size);
    return Arrays.stream(positions, 0, Math.min(size, needed)).map(order::documentAt).toArray();
  }
}
