package eu.rempart.deal;

import eu.rempart.search.question.SearchSort;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list asks for.
 *
 * @param text free text; blank for all
 * @param shown columns in their order, the only ones that are read and opened
 * @param custom the organisation's own fields among them, in their order
 * @param sortedBy one of those fields, by which it is sorted rather than by {@code sort}; null for
 *     none
 * @param zone of whoever looks, in which days begin and end
 */
public record DealQuery(
    String text,
    DealFilter filter,
    DealColumn sort,
    boolean descending,
    Set<DealColumn> shown,
    List<UUID> custom,
    @Nullable UUID sortedBy,
    ZoneId zone) {

  public static final DealQuery ALL =
      new DealQuery("", DealFilter.NONE, DealColumn.NAME, false, DealColumn.DEFAULT);

  public DealQuery {
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    custom = List.copyOf(custom);
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  /** One of whoever is where the server stands. */
  public DealQuery(
      String text,
      DealFilter filter,
      DealColumn sort,
      boolean descending,
      Set<DealColumn> shown,
      List<UUID> custom,
      @Nullable UUID sortedBy) {
    this(text, filter, sort, descending, shown, custom, sortedBy, ZoneId.systemDefault());
  }

  /** One that shows none of the organisation's own fields. */
  public DealQuery(
      String text, DealFilter filter, DealColumn sort, boolean descending, Set<DealColumn> shown) {
    this(text, filter, sort, descending, shown, List.of(), null);
  }

  /** What a field asks for that chooses one by a part of the name: nothing but names. */
  public static DealQuery named(String text) {
    return new DealQuery(
        text.strip(), DealFilter.NONE, DealColumn.NAME, false, Set.of(DealColumn.NAME));
  }

  /** By which field of the index it is sorted; null for its own order. */
  @Nullable SearchSort order() {
    var field = sort.sort();
    return field == null || (sort == DealColumn.NAME && !descending)
        ? null
        : new SearchSort(field, descending);
  }

  /** The same for whoever is there. */
  public DealQuery in(ZoneId other) {
    return new DealQuery(text, filter, sort, descending, shown, custom, sortedBy, other);
  }

  @Override
  public String toString() {
    return "DealQuery[" + sort + "]";
  }
}
