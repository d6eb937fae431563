package eu.rempart.search.order;

import eu.rempart.search.question.SearchField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.Query;

/** The sort columns of the segments, made when first asked for and forgotten with their segment. */
public final class Columns {

  private final SearchField<String> primary;
  private final Map<CacheKey, Map<String, Column>> bySegment = new ConcurrentHashMap<>();
  private final Map<String, SearchField<?>> used = new ConcurrentHashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param primary by which every segment is sorted
   */
  public Columns(SearchField<String> primary) {
    this.primary = primary;
  }

  SearchField<String> primary() {
    return primary;
  }

  Column of(LeafReader reader, SearchField<?> field) {
    CacheHelper helper = reader.getCoreCacheHelper();
    CacheKey key = helper.getKey();
    Map<String, Column> segment = bySegment.get(key);
    if (segment == null) {
      segment = bySegment.computeIfAbsent(key, _ -> new ConcurrentHashMap<>());
      helper.addClosedListener(bySegment::remove);
    }
    used.putIfAbsent(field.name(), field);
    return segment.computeIfAbsent(field.name(), _ -> read(reader, field));
  }

  /** Documents whose number there lies in this range, both ends included. */
  public Query between(SearchField<?> field, long from, long to) {
    return new ColumnRangeQuery(this, field, from, to);
  }

  /**
   * Makes the columns of a freshly merged segment that were in use before, so that no search waits
   * for them.
   */
  public void warm(LeafReader reader) {
    of(reader, primary);
    used.values().forEach(field -> of(reader, field));
  }

  private Column read(LeafReader reader, SearchField<?> field) {
    try {
      return Column.read(reader, field, field.name().equals(primary.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
