package eu.rempart.search;

import eu.rempart.search.order.Columns;
import eu.rempart.search.order.Cursor;
import eu.rempart.search.order.Pager;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.question.Duplicate;
import eu.rempart.search.question.FieldType;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.question.SearchSort;
import eu.rempart.search.word.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.jspecify.annotations.Nullable;

/**
 * The index of one kind, in the heap. Writing and searching are thread-safe; a change is seen by
 * searches after {@link #refresh}.
 */
final class KindIndex implements AutoCloseable {

  private static final double BUILD_BUFFER_MEGABYTES = 192;

  private static final int LEAST_BLOCK_BITS = 10;

  /**
   * 256 KiB: larger arrays would be "humongous" to the collector, and up to half of their regions
   * lost.
   */
  private static final int MOST_BLOCK_BITS = 18;

  /** Few segments, since each costs a search some microseconds. */
  private static final int SEGMENTS_PER_TIER = 5;

  /** Lucene's default of 16 would merge 16 MB again after every few changes. */
  private static final double FLOOR_MEGABYTES = 0.25;

  private static final double UPDATE_BUFFER_MEGABYTES = 16;

  private final SearchSchema schema;
  private final ByteBuffersDirectory directory = newDirectory();
  private final Columns columns;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  KindIndex(SearchSchema schema) {
    this.schema = schema;
    this.columns = new Columns(schema.primary());
    try {
      this.writer = new IndexWriter(directory, config(schema));
      this.searchers = new SearcherManager(writer, new Searchers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffersDirectory newDirectory() {
    return new ByteBuffersDirectory(
        new SingleInstanceLockFactory(),
        () ->
            new ByteBuffersDataOutput(
                LEAST_BLOCK_BITS,
                MOST_BLOCK_BITS,
                ByteBuffersDataOutput.ALLOCATE_BB_ON_HEAP,
                ByteBuffersDataOutput.NO_REUSE),
        ByteBuffersDirectory.OUTPUT_AS_MANY_BUFFERS);
  }

  private IndexWriterConfig config(SearchSchema schema) {
    SortField name =
        new SortField(
            Names.sorted(schema.primary()), SortField.Type.STRING, false, SortField.STRING_LAST);
    return new IndexWriterConfig(new KeywordAnalyzer())
        .setOpenMode(OpenMode.CREATE)
        .setRAMBufferSizeMB(BUILD_BUFFER_MEGABYTES)
        .setUseCompoundFile(false)
        .setCommitOnClose(false)
        .setMergePolicy(NoMergePolicy.INSTANCE)
        .setMergedSegmentWarmer(columns::warm)
        .setIndexSort(
            new Sort(
                name,
                new SortField(Names.ID_HIGH, SortField.Type.LONG),
                new SortField(Names.ID_LOW, SortField.Type.LONG)));
  }

  SearchSchema schema() {
    return schema;
  }

  /** Adds documents that are not in the index yet. */
  void add(Collection<SearchDocument> documents, DocumentMapper mapper) {
    try {
      for (SearchDocument document : documents) {
        writer.addDocument(mapper.map(document));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts these documents in the place of whatever the index has under these ids. */
  void replace(Set<UUID> ids, Collection<SearchDocument> documents, DocumentMapper mapper) {
    Map<UUID, SearchDocument> byId = new LinkedHashMap<>();
    documents.forEach(document -> byId.put(document.id(), document));
    try {
      for (UUID id : ids) {
        Term term = new Term(Names.ID, DocumentMapper.term(id));
        SearchDocument document = byId.get(id);
        if (document == null) {
          writer.deleteDocuments(term);
        } else {
          writer.updateDocument(term, mapper.map(document));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Merges everything into one segment, which answers fastest; to be called once, after the
   * building. Until then nothing is merged, so that every document is written twice only.
   */
  void finish() {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setSegmentsPerTier(SEGMENTS_PER_TIER);
    merges.setFloorSegmentMB(FLOOR_MEGABYTES);
    try {
      writer.getConfig().setMergePolicy(merges);
      writer.forceMerge(1);
      writer.getConfig().setRAMBufferSizeMB(UPDATE_BUFFER_MEGABYTES);
      refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes of the index itself, without the sort columns of {@link Columns}. */
  long size() {
    try {
      long size = 0;
      for (String file : directory.listAll()) {
        size += directory.fileLength(file);
      }
      return size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what whoever searches may see; nothing is sorted by what they may not. */
  SearchPage page(SearchQuery query, Sight sight, @Nullable Cursor after, int offset, int limit) {
    SearchSort sort = query.sort();
    if (sort != null) {
      schema.check(sort.field());
    }
    SearchQuery seen = sort == null || sight.sees(sort.field()) ? query : query.sort(null);
    return search(searcher -> pager(searcher, seen, sight).page(after, offset, limit));
  }

  private Pager pager(IndexSearcher searcher, SearchQuery query, Sight sight) {
    return new Pager(searcher, new Planner(schema, columns, sight), columns, query);
  }

  List<Duplicate> likelyDuplicates(
      String name,
      Collection<String> emails,
      Collection<String> phones,
      @Nullable Filter house,
      Sight sight,
      int limit) {
    Filter owned = sight.owned(schema);
    Planner planner = new Planner(schema, columns, sight);
    return search(
        searcher ->
            new Duplicates(searcher, owned == null ? null : planner.filter(owned), schema)
                .find(
                    sight.sees(schema.primary()) ? name : "",
                    seen(FieldType.EMAIL, sight) ? emails : List.of(),
                    seen(FieldType.PHONE, sight) ? phones : List.of(),
                    house == null ? null : planner.filter(house),
                    limit));
  }

  private boolean seen(FieldType type, Sight sight) {
    return schema.fields().stream().filter(field -> field.type() == type).allMatch(sight::sees);
  }

  private <R> R search(Search<R> search) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.on(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      searchers.close();
      writer.rollback();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Search<R> {
    R on(IndexSearcher searcher) throws IOException;
  }

  /**
   * Searchers without Lucene's query cache: every query here is fast, and the cache would keep what
   * people typed.
   */
  private static final class Searchers extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(
        org.apache.lucene.index.IndexReader reader,
        org.apache.lucene.index.@Nullable IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      return searcher;
    }
  }
}
