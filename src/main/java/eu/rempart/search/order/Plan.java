package eu.rempart.search.order;

import eu.rempart.search.question.SearchQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** What Lucene is asked for a question, in several ways. */
public interface Plan {

  /** Null when there is no condition at all, so that every document matches. */
  @Nullable Query exactly(SearchQuery query);

  /** The same with one typo allowed in each word; null when no word is long enough for that. */
  @Nullable Query similarly(SearchQuery query);

  /** Records with a name one of whose words begins so, for each of the words. */
  @Nullable Query beginnings(SearchQuery query);
}
