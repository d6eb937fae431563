package eu.rempart.search;

import eu.rempart.search.order.Cursor;
import eu.rempart.search.order.SearchPage;
import eu.rempart.search.question.Duplicate;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.rule.Rule;
import eu.rempart.search.rule.RuleFilter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The index as the room of one kind of record asks it. */
public final class KindSearch {

  private static final int DUPLICATES_SHOWN = 5;

  /** Looked at, at most, for who may see few of them. */
  private static final int WALKED = 5_000;

  /** Looked at together, after the first ones. */
  private static final int TOGETHER = 500;

  /** Read at once: more than a key, or an address that people share, ought to find. */
  private static final int MATCHES = 1_000;

  private final SearchIndex index;
  private final String kind;

  public KindSearch(SearchIndex index, String kind) {
    this.index = index;
    this.kind = kind;
  }

  public IndexState state() {
    return index.state(kind);
  }

  /** See {@link SearchIndex#page}. */
  public SearchPage page(SearchQuery query, int offset, int limit) {
    return index.page(query, offset, limit);
  }

  /**
   * As {@link #page(SearchQuery, int, int)}, of a question that depends on the fields that there
   * are.
   */
  public SearchPage page(Function<SearchSchema, SearchQuery> asked, int offset, int limit) {
    return index.page(kind, asked, offset, limit);
  }

  /** The ids of all that the query finds, in batches that are read when they are asked for. */
  public Stream<List<UUID>> ids(SearchQuery query, int batch) {
    return ids(_ -> query, batch);
  }

  private Stream<List<UUID>> ids(Function<SearchSchema, SearchQuery> asked, int batch) {
    return index.pages(kind, asked, batch).map(SearchPage::ids);
  }

  /**
   * The ids of all that a list shows, for what is done to all of it.
   *
   * @param rule of the list
   * @throws eu.rempart.search.rule.RuleOutdatedException if the rule is on a field that is gone
   */
  public Stream<List<UUID>> ids(Rule rule, Function<SearchSchema, SearchQuery> asked, int batch) {
    return ids(
        schema -> {
          RuleFilter.requireKnown(rule, schema);
          return asked.apply(schema);
        },
        batch);
  }

  /**
   * What the query finds, until there is enough of it, for kinds of which the index does not know
   * who may see a record: what others wrote about hidden ones must not keep one's own from being
   * found. Gives up after some thousand.
   *
   * @param first how many are given at first; more together after that
   * @param enough is given ids, and says whether no more are needed
   */
  public void walk(SearchQuery query, int first, Predicate<List<UUID>> enough) {
    SearchPage begun = index.page(query, 0, first);
    SearchPage page = begun;
    int walked = 0;
    while (!enough.test(page.ids())) {
      walked += page.ids().size();
      Optional<Cursor> next = page.next();
      if (next.isEmpty() || walked >= WALKED) {
        return;
      }
      page = index.pageAfter(query, next.get(), TOGETHER);
      if (page.similar() != begun.similar()) {
        return;
      }
    }
  }

  /**
   * The ids of the records that keys find.
   *
   * @param most no more than these: very many records may share a key
   */
  public List<UUID> matching(Filter filter, int most) {
    return index.page(SearchQuery.all(kind).filter(filter), 0, most).ids();
  }

  /**
   * The ids of the records that keys find, which very many records may share: where a thousand have
   * one, no more than these of each, so that no key hides whom another finds.
   */
  public List<UUID> matchingEach(
      SearchField<String> field, Collection<String> keys, int mostOfEach) {
    if (keys.isEmpty()) {
      return List.of();
    }
    List<UUID> all = matching(Filter.in(field, keys), MATCHES);
    return all.size() < MATCHES
        ? all
        : keys.stream()
            .distinct()
            .flatMap(key -> matching(Filter.is(field, key), mostOfEach).stream())
            .distinct()
            .toList();
  }

  /**
   * Those that may be the same as what is being entered, five at most; none while the index is
   * being built.
   *
   * @param self what is being entered, if it is kept already
   */
  public List<UUID> likelyDuplicates(
      String name, Collection<String> emails, Collection<String> phones, @Nullable UUID self) {
    if (!state().ready()) {
      return List.of();
    }
    return index.likelyDuplicates(kind, name, emails, phones, DUPLICATES_SHOWN + 1).stream()
        .map(Duplicate::id)
        .filter(id -> !id.equals(self))
        .limit(DUPLICATES_SHOWN)
        .toList();
  }

  /** As {@link #likelyDuplicates}, with why each may be the same. */
  public List<Duplicate> alike(
      String name, Collection<String> emails, Collection<String> phones, UUID self) {
    return alike(name, emails, phones, null, self);
  }

  /**
   * The same.
   *
   * @param house finds those of the same companies; null where nobody knows of any
   */
  public List<Duplicate> alike(
      String name,
      Collection<String> emails,
      Collection<String> phones,
      @Nullable Filter house,
      UUID self) {
    return index.likelyDuplicates(kind, name, emails, phones, house, DUPLICATES_SHOWN + 1).stream()
        .filter(found -> !found.id().equals(self))
        .toList();
  }

  /** See {@link SearchIndex#changed(String, Collection)}. */
  public void changed(Collection<UUID> ids) {
    index.changed(kind, Set.copyOf(ids));
  }

  /** See {@link SearchIndex#announce}. */
  public IndexWait announce(Collection<UUID> ids) {
    return index.announce(kind, ids);
  }

  /** See {@link SearchIndex#changed(String, Collection, Duration)}. */
  public void changed(Collection<UUID> ids, Duration patience) {
    index.changed(kind, ids, patience);
  }
}
