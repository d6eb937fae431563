package eu.rempart.search;

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
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The index of one kind, in the heap. Writing and searching are thread-safe; a change is seen by
 * searches after {@link #refresh}.
 */
final class KindIndex implements AutoCloseable {

  private static final double BUILD_BUFFER_MEGABYTES = 64;
  private static final double UPDATE_BUFFER_MEGABYTES = 16;

  private final SearchSchema schema;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final Columns columns;
  private final Planner planner;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  KindIndex(SearchSchema schema) {
    this.schema = schema;
    this.columns = new Columns(schema.primary());
    this.planner = new Planner(schema, columns);
    try {
      this.writer = new IndexWriter(directory, config(schema));
      this.searchers = new SearcherManager(writer, new Searchers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IndexWriterConfig config(SearchSchema schema) {
    SortField name =
        new SortField(
            Names.sorted(schema.primary()), SortField.Type.STRING, false, SortField.STRING_LAST);
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setSegmentsPerTier(5);
    return new IndexWriterConfig(new KeywordAnalyzer())
        .setOpenMode(OpenMode.CREATE)
        .setRAMBufferSizeMB(BUILD_BUFFER_MEGABYTES)
        .setUseCompoundFile(false)
        .setCommitOnClose(false)
        .setMergePolicy(merges)
        .setMergedSegmentWarmer(columns::warm)
        .setIndexSort(
            new Sort(
                name,
                new SortField(Names.ID_HIGH, SortField.Type.LONG),
                new SortField(Names.ID_LOW, SortField.Type.LONG)));
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
   * building.
   */
  void finish() {
    try {
      writer.forceMerge(1);
      writer.getConfig().setRAMBufferSizeMB(UPDATE_BUFFER_MEGABYTES);
      refresh();
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

  SearchPage page(SearchQuery query, @Nullable Cursor after, int offset, int limit) {
    return search(
        searcher -> new Pager(searcher, planner, columns, query).page(after, offset, limit));
  }

  /**
   * The first ids in the order of the primary field: those with a name that begins so before the
   * others.
   */
  List<UUID> top(String text, int limit) {
    SearchQuery query = SearchQuery.all(schema.kind()).text(text);
    return search(
        searcher -> {
          Pager pager = new Pager(searcher, planner, columns, query);
          Set<UUID> top = new java.util.LinkedHashSet<>(pager.beginnings(limit));
          if (top.size() < limit) {
            top.addAll(pager.page(null, 0, limit).ids());
          }
          return top.stream().limit(limit).toList();
        });
  }

  List<Duplicate> likelyDuplicates(
      String name, Collection<String> emails, Collection<String> phones, int limit) {
    return search(searcher -> new Duplicates(searcher, schema).find(name, emails, phones, limit));
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
