package eu.rempart.search.order;

import java.util.function.Supplier;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The value of one document in one column; the bytes of a text are fetched only when its first
 * eight decide nothing.
 */
final class SortKey {

  final boolean present;
  private final long number;
  private final @Nullable Supplier<BytesRef> fetch;
  private @Nullable BytesRef bytes;

  SortKey(boolean present, long number, @Nullable Supplier<BytesRef> fetch) {
    this.present = present;
    this.number = number;
    this.fetch = fetch;
  }

  static SortKey of(SegmentOrder order, Column column, int doc) {
    return new SortKey(
        column.has(doc),
        column.key(doc),
        column.field.type().sortsAsText() ? () -> order.bytes(column, doc) : null);
  }

  /** Compares two keys that are both present. */
  int compareValue(SortKey other) {
    int byNumber = Long.compare(number, other.number);
    if (byNumber != 0 || fetch == null) {
      return byNumber;
    }
    return bytes().compareTo(other.bytes());
  }

  private BytesRef bytes() {
    BytesRef known = bytes;
    if (known == null) {
      known = fetch == null ? new BytesRef() : fetch.get();
      bytes = known;
    }
    return known;
  }

  /** A copy that needs the segment no more. */
  SortKey detached() {
    if (fetch == null) {
      return this;
    }
    BytesRef copy = bytes();
    return new SortKey(present, number, () -> copy);
  }
}
