package eu.rempart.search.order;

import eu.rempart.common.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A page of ids.
 *
 * @param total of all pages
 * @param similar true when nothing matched as typed and these are near misses (one typo in a word)
 * @param next where the next page starts, for {@code SearchIndex.pageAfter}; empty after the last
 *     page, and for a page that was asked for by an offset, which the next one is asked for by, too
 */
public record SearchPage(List<UUID> ids, Total total, boolean similar, Optional<Cursor> next) {

  /** Nothing was looked for, so nothing was found. */
  public static final SearchPage NOTHING =
      new SearchPage(List.of(), new Total(0, true), false, Optional.empty());

  /** The page of a list, with what its ids stand for. */
  public <T> Page<T> with(List<T> rows) {
    return new Page<>(rows, total.count(), total.exact(), similar);
  }
}
