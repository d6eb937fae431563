package eu.rempart.activity;

import eu.rempart.search.rule.Rule;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a list asks for.
 *
 * @param text free text; blank for all
 * @param rule further conditions
 * @param shown columns in their order, the only ones that are read and opened
 * @param zone of whoever looks, in which days begin and end
 */
public record ActivityQuery(
    String text,
    ActivityFilter filter,
    Rule rule,
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

  /** One without further conditions. */
  public ActivityQuery(
      String text,
      ActivityFilter filter,
      ActivityColumn sort,
      boolean descending,
      Set<ActivityColumn> shown,
      ZoneId zone) {
    this(text, filter, Rule.EVERYTHING, sort, descending, shown, zone);
  }

  @Override
  public String toString() {
    return "ActivityQuery[" + sort + "]";
  }
}
