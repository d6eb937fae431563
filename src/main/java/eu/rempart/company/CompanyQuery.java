package eu.rempart.company;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a list asks for.
 *
 * @param text free text; blank for all
 * @param shown columns in their order, the only ones that are read and opened
 */
public record CompanyQuery(
    String text,
    CompanyFilter filter,
    CompanyColumn sort,
    boolean descending,
    Set<CompanyColumn> shown) {

  public static final CompanyQuery ALL =
      new CompanyQuery("", CompanyFilter.NONE, CompanyColumn.NAME, false, CompanyColumn.DEFAULT);

  public CompanyQuery {
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  @Override
  public String toString() {
    return "CompanyQuery[" + sort + "]";
  }
}
