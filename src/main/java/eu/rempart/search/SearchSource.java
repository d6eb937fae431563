package eu.rempart.search;

import eu.rempart.search.question.SearchSchema;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a business room registers (as a Spring bean) so that its records can be found. Every method
 * is called on threads of the index, inside {@link Unlocked#run}, so that sealed fields can be
 * opened; values that cannot be opened are left out of the document.
 */
public interface SearchSource {

  /** The name of the kind, which never changes; asked before there is anything to read. */
  default String kind() {
    return schema().kind();
  }

  /** The fields as they are now; asked for each building of the index. */
  SearchSchema schema();

  /**
   * Whether a change of these rows may give {@link #schema} other fields, or documents other values
   * in them: the index is built anew then. The rows may be gone, or say something else by now: look
   * in the history too. Asked where changes are told, outside of {@link Unlocked#run}.
   */
  default boolean shapedBy(String table, Collection<UUID> rows) {
    return false;
  }

  /** How many records there are, roughly; for the progress note only. */
  long estimate();

  /**
   * Reads every live record, in any order, and hands on batches of some hundred to two thousand.
   * The source reads the rows on the calling thread (one cursor); the index calls each batch on
   * another thread, which opens the fields and builds the documents there, two batches at a time.
   * The consumer blocks while the index is busy, and throws {@link
   * java.util.concurrent.CancellationException} once the index is to be dropped.
   */
  void readAll(Consumer<Supplier<? extends Collection<SearchDocument>>> batches);

  /**
   * Reads the records of these ids (at most 1,000), as committed now; absent ones are simply not in
   * the answer.
   */
  List<SearchDocument> read(Set<UUID> ids);

  /**
   * Tables whose rows show up in these documents, each with a function from the ids of changed rows
   * to the ids of the touched documents. The rows may be gone already: look in the archive too. By
   * default the table named as the kind.
   */
  default Map<String, Function<Set<UUID>, Set<UUID>>> tables() {
    return Map.of(kind(), Function.identity());
  }

  /**
   * Whether rows of a table that belong to those of another one show up in these documents: where
   * they don't, a change of them makes nobody read the documents again.
   *
   * @param table one of {@link #tables}
   * @param part whose rows changed
   */
  default boolean shows(String table, String part) {
    return true;
  }
}
