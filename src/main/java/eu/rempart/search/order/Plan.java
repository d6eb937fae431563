package eu.rempart.search.order;

import eu.rempart.search.question.SearchQuery;
import java.util.List;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** What Lucene is asked for a question, in several ways. */
public interface Plan {

  /** Null when there is no condition at all, so that every document matches. */
  @Nullable Query exactly(SearchQuery query);

  /**
   * What {@link #exactly} finds in classes, best first, of which none overlap: names that are what
   * was typed, names that have its words, names with words that begin so, records that have its
   * words anywhere, all others.
   *
   * @return empty when there is no text
   */
  List<Query> ranks(SearchQuery query);

  /**
   * For when nothing is found: the same with words written as one or as two, with a typo in each
   * word, and with two in each long word; only what may find anything.
   */
  List<Query> similarly(SearchQuery query);
}
