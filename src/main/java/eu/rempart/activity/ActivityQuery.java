package eu.rempart.activity;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a list asks for.
 *
 * @param text free text; blank for all
 * @param shown columns in their order, the only ones that are read and opened
 * @param zone of whoever looks, in which days begin and end
 */
public record ActivityQuery(
    String text,
    ActivityFilter filter,
    ActivityColumn sort,
    boolean descending,
    Set<ActivityColumn> shown,
    ZoneId zone) {

  public ActivityQuery {
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  @Override
  public String toString() {
    return "ActivityQuery[" + sort + "]";
  }
}
