package eu.rempart.search.order;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A document's place in the order of a search, comparable across segments. Fetches only what the
 * comparison needs.
 */
final class Entry implements Comparable<Entry> {

  private final boolean descending;
  private final SortKey key;
  private final Supplier<SortKey> fetchPrimary;
  private final Supplier<UUID> fetchId;
  private @Nullable SortKey primary;
  private @Nullable UUID id;

  private Entry(
      boolean descending, SortKey key, Supplier<SortKey> fetchPrimary, Supplier<UUID> fetchId) {
    this.descending = descending;
    this.key = key;
    this.fetchPrimary = fetchPrimary;
    this.fetchId = fetchId;
  }

  static Entry of(SegmentOrder order, int doc) {
    SortKey key = SortKey.of(order, order.column, doc);
    return new Entry(
        order.descending,
        key,
        () -> order.column == order.primary ? key : SortKey.of(order, order.primary, doc),
        () -> order.id(doc));
  }

  /** A copy that keeps no segment in memory. */
  Entry detached() {
    SortKey keyCopy = key.detached();
    SortKey primaryCopy = primary() == key ? keyCopy : primary().detached(); // costs like ten rows
    UUID idCopy = id();
    return new Entry(descending, keyCopy, () -> primaryCopy, () -> idCopy);
  }

  UUID id() {
    UUID known = id;
    if (known == null) {
      known = fetchId.get();
      id = known;
    }
    return known;
  }

  private SortKey primary() {
    SortKey known = primary;
    if (known == null) {
      known = fetchPrimary.get();
      primary = known;
    }
    return known;
  }

  @Override
  public int compareTo(Entry other) {
    if (key.present != other.key.present) {
      return key.present ? -1 : 1;
    }
    if (!key.present) {
      return compareRest(other);
    }
    int byKey = key.compareValue(other.key);
    int ascending = byKey != 0 ? byKey : compareRest(other);
    return descending ? -ascending : ascending;
  }

  private int compareRest(Entry other) {
    SortKey mine = primary();
    SortKey theirs = other.primary();
    if (mine.present != theirs.present) {
      return mine.present ? -1 : 1;
    }
    int byPrimary = mine.present ? mine.compareValue(theirs) : 0;
    return byPrimary != 0 ? byPrimary : id().compareTo(other.id());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Entry that && id().equals(that.id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }
}
