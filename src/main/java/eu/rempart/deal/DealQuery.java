package eu.rempart.deal;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a list asks for.
 *
 * @param text free text; blank for all
 * @param shown columns in their order, the only ones that are read and opened
 */
public record DealQuery(
    String text, DealFilter filter, DealColumn sort, boolean descending, Set<DealColumn> shown) {

  public static final DealQuery ALL =
      new DealQuery("", DealFilter.NONE, DealColumn.NAME, false, DealColumn.DEFAULT);

  public DealQuery {
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  @Override
  public String toString() {
    return "DealQuery[" + sort + "]";
  }
}
