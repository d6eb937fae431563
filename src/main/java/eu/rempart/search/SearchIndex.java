package eu.rempart.search;

import eu.rempart.search.order.Cursor;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.question.Duplicate;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the index. Thread-safe. Searches answer with ids; the rows come from the database
 * and are opened then. Every search throws {@link SearchNotReadyException} while the kind's index
 * is empty or being built for the first time.
 */
public final class SearchIndex implements AutoCloseable {

  /** How long a writer waits for its own change to be visible, in milliseconds. */
  private static final long VISIBLE_WITHIN = 2_000;

  /** A writer of more than this does not wait. */
  private static final int FEW = 1_000;

  private final Supplier<? extends Collection<SearchSource>> sources;
  private final Locale locale;
  private final Supplier<SearchGuard> guard;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Map<String, Kind> kinds = Map.of();
  private volatile @Nullable Unlocked unlocked;

  /**
   * @param sources asked when the index is opened
   * @param locale whose rules order texts, one for the whole installation
   */
  public SearchIndex(Supplier<? extends Collection<SearchSource>> sources, Locale locale) {
    this(sources, locale, () -> SearchGuard.NONE);
  }

  /**
   * @param guard asked with every search
   */
  SearchIndex(
      Supplier<? extends Collection<SearchSource>> sources,
      Locale locale,
      Supplier<SearchGuard> guard) {
    this.sources = sources;
    this.locale = locale;
    this.guard = guard;
  }

  /**
   * Begins to build the indexes in the background. When they are open already, only takes the new
   * way to open fields, since the session that gave the former one may have ended.
   */
  public synchronized void open(Unlocked newUnlocked) {
    unlocked = newUnlocked;
    if (!kinds.isEmpty()) {
      return;
    }
    Map<String, Kind> opened = new LinkedHashMap<>();
    for (SearchSource source : sources.get()) {
      Kind kind = new Kind(source, this::runUnlocked, locale, this::stateChanged);
      if (opened.put(kind.name(), kind) != null) {
        throw new IllegalStateException("two sources of the kind " + kind.name());
      }
    }
    kinds = opened;
    opened.values().forEach(Kind::start);
  }

  /** Drops the indexes and frees their memory. */
  @Override
  public synchronized void close() {
    Map<String, Kind> dropped = kinds;
    kinds = Map.of();
    unlocked = null;
    dropped.values().forEach(Kind::close);
  }

  public IndexState state(String kind) {
    Kind known = kinds.get(kind);
    return known == null ? new IndexState.Empty() : known.state();
  }

  /**
   * The fields of the index that serves.
   *
   * @throws SearchNotReadyException while there is none
   */
  public SearchSchema schema(String kind) {
    return kind(kind).schema();
  }

  /** How much memory the index of a kind takes, in bytes, without the sort columns in use. */
  public long size(String kind) {
    return kind(kind).search(KindIndex::size);
  }

  /**
   * Calls the listener, on a thread of the index, at every change of a state and about every
   * hundredth of a building.
   */
  public Runnable onStateChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * To be called after the commit, when the transaction's connection has been given back: reads
   * these records again, or forgets those that are gone. When there are few, waits until this
   * thread's next search sees them (two seconds at most). Does nothing while the index is empty.
   */
  public void changed(String kind, Collection<UUID> ids) {
    Kind known = kinds.get(kind);
    if (known != null && !ids.isEmpty()) {
      long ticket = known.announce(ids);
      if (ticket > 0 && ids.size() <= FEW) {
        known.await(ticket, VISIBLE_WITHIN);
      }
    }
  }

  /**
   * As {@link #changed}, for many records at once: waits until this thread's next search sees them,
   * for so long at most.
   */
  public void changed(String kind, Collection<UUID> ids, Duration patience) {
    announce(kind, ids).accept(patience);
  }

  /**
   * The first half of {@link #changed(String, Collection, Duration)}, for whoever changed records
   * of several kinds, which are read again side by side.
   *
   * @return the second half: waits for so long at most
   */
  public IndexWait announce(String kind, Collection<UUID> ids) {
    Kind known = kinds.get(kind);
    return known == null || ids.isEmpty()
        ? IndexWait.NOTHING
        : new IndexWait(known, known.announce(ids));
  }

  /** The same as {@link #changed}, for readers of the calling code. */
  public void removed(String kind, Collection<UUID> ids) {
    changed(kind, ids);
  }

  /**
   * Announces that rows of a table changed, without waiting; the sources say which documents that
   * touches.
   *
   * @param part the table of what changed where these rows only own it; null where they changed
   */
  public void rowsChanged(String table, @Nullable String part, Collection<UUID> ids) {
    kinds.values().forEach(kind -> kind.announceRows(table, part, ids));
  }

  /**
   * Builds everything anew while the present indexes serve: for when changes may have been missed.
   */
  public void catchUp() {
    kinds.values().forEach(Kind::rebuild);
  }

  /**
   * @param offset of the first id, from 0; any place of a list is as fast to reach as the first
   *     page when there is neither text nor filter, and in the order of the primary field within
   *     some milliseconds otherwise
   * @param limit how many ids at most
   */
  public SearchPage page(SearchQuery query, int offset, int limit) {
    return page(query.kind(), _ -> query, offset, limit);
  }

  /**
   * As {@link #page(SearchQuery, int, int)}, of a question that depends on the fields that there
   * are: those of the index that answers it, since another may take its place at any moment.
   */
  public SearchPage page(
      String kind, Function<SearchSchema, SearchQuery> asked, int offset, int limit) {
    if (offset < 0 || limit < 0) {
      throw new IllegalArgumentException("offset " + offset + ", limit " + limit + ": negative");
    }
    return kind(kind)
        .search(
            index -> index.page(asked.apply(index.schema()), sight(index), null, offset, limit));
  }

  /**
   * The page behind a cursor of the same query; the total counts from there on when there is a text
   * or a filter.
   */
  public SearchPage pageAfter(SearchQuery query, Cursor cursor, int limit) {
    return pageAfter(query.kind(), _ -> query, cursor, limit);
  }

  private SearchPage pageAfter(
      String kind, Function<SearchSchema, SearchQuery> asked, Cursor cursor, int limit) {
    return kind(kind)
        .search(index -> index.page(asked.apply(index.schema()), sight(index), cursor, 0, limit));
  }

  /**
   * The whole answer, page by page, each read when it is asked for. Near misses come only where the
   * first page had nothing else.
   *
   * @param size how many ids a page has at most
   */
  public Stream<SearchPage> pages(SearchQuery query, int size) {
    return pages(query.kind(), _ -> query, size);
  }

  /** As {@link #pages(SearchQuery, int)}, of a question that depends on the fields. */
  public Stream<SearchPage> pages(
      String kind, Function<SearchSchema, SearchQuery> asked, int size) {
    SearchPage first = page(kind, asked, 0, size);
    return Stream.iterate(
            Optional.of(first),
            Optional::isPresent,
            last -> last.flatMap(SearchPage::next).map(next -> pageAfter(kind, asked, next, size)))
        .flatMap(Optional::stream)
        .takeWhile(page -> page.similar() == first.similar());
  }

  /** The best few records of each kind; kinds not ready are left out. */
  public Map<String, List<UUID>> everywhere(String text, int limitPerKind) {
    Map<String, List<UUID>> found = new LinkedHashMap<>();
    if (SearchQuery.isBlank(text)) {
      return found;
    }
    for (Kind kind : kinds.values()) {
      if (kind.state().ready()) {
        SearchQuery query = SearchQuery.all(kind.name()).text(text);
        found.put(kind.name(), page(query, 0, limitPerKind).ids());
      }
    }
    return found;
  }

  /**
   * Records that may be the same as one about to be entered: one of the e-mails or phones is equal,
   * or the name is, but for the order of its words and one typo in each.
   */
  public List<Duplicate> likelyDuplicates(
      String kind, String name, Collection<String> emails, Collection<String> phones, int limit) {
    return likelyDuplicates(kind, name, emails, phones, null, limit);
  }

  /**
   * The same; of those with the name are found first, and told so, who belong to the same house.
   *
   * @param house finds those of the same companies; null where nobody knows of any
   */
  public List<Duplicate> likelyDuplicates(
      String kind,
      String name,
      Collection<String> emails,
      Collection<String> phones,
      @Nullable Filter house,
      int limit) {
    return kind(kind)
        .search(
            index ->
                index.likelyDuplicates(
                    name, List.copyOf(emails), List.copyOf(phones), house, sight(index), limit));
  }

  /** By the fields of the index that is searched: another may take its place at any moment. */
  private Sight sight(KindIndex index) {
    return Sight.of(index.schema(), guard.get());
  }

  private Kind kind(String name) {
    Kind known = kinds.get(name);
    if (known == null) {
      throw new SearchNotReadyException(name);
    }
    return known;
  }

  private void runUnlocked(Runnable work) {
    Unlocked current = unlocked;
    if (current == null) {
      throw new java.util.concurrent.CancellationException("the index was dropped");
    }
    current.run(work);
  }

  private void stateChanged() {
    listeners.forEach(Runnable::run);
  }
}
