package eu.rempart.search.order;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Matching documents of one segment in the order of the search, each reachable by its index. */
sealed interface Run {

  int size();

  Entry at(int index);

  /** Some documents, already in order. */
  final class Listed implements Run {
    private final SegmentOrder order;
    private final int[] documents;
    private final int size;

    Listed(SegmentOrder order, int[] documents, int size) {
      this.order = order;
      this.documents = documents;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Entry at(int index) {
      return order.entry(documents[index]);
    }
  }

  /** All live documents of a segment from some position on. */
  final class Whole implements Run {
    private final SegmentOrder order;
    private final int[] deleted;
    private final int first;

    /**
     * @param deleted positions of deleted documents, ascending
     * @param first how many live documents to leave out
     */
    private Whole(SegmentOrder order, int[] deleted, int first) {
      this.order = order;
      this.deleted = deleted;
      this.first = first;
    }

    @Override
    public int size() {
      return order.size() - deleted.length - first;
    }

    static Whole of(SegmentOrder order) {
      return new Whole(order, deletedPositions(order), 0);
    }

    Whole after(Cursor cursor) {
      int position = order.positionAfter(cursor);
      int found = Arrays.binarySearch(deleted, position);
      return new Whole(order, deleted, position - (found < 0 ? -found - 1 : found));
    }

    @Override
    public Entry at(int index) {
      // The position p with p - (deleted positions up to p) = first + index.
      int wanted = first + index;
      int low = 0;
      int high = deleted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (deleted[middle] - middle <= wanted) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return order.entry(order.documentAt(wanted + low));
    }

    private static int[] deletedPositions(SegmentOrder order) {
      Bits live = order.reader.getLiveDocs();
      if (live == null) {
        return new int[0];
      }
      FixedBitSet set = new FixedBitSet(live.length());
      set.set(0, live.length());
      live.applyMask(set, 0);
      set.flip(0, live.length());
      int[] positions = new int[set.cardinality()];
      int count = 0;
      for (int doc = set.nextSetBit(0);
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = doc + 1 < live.length() ? set.nextSetBit(doc + 1) : DocIdSetIterator.NO_MORE_DOCS) {
        positions[count++] = order.positionOf(doc);
      }
      Arrays.sort(positions);
      return positions;
    }
  }

  /** How many of this run come before the entry. */
  default int countBefore(Entry entry) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle).compareTo(entry) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  static long sizeOf(List<? extends Run> runs) {
    return runs.stream().mapToLong(Run::size).sum();
  }
}
