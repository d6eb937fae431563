package eu.rempart.activity;

import eu.rempart.search.rule.Rule;
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
 * @param rule further conditions
 * @param shown columns in their order, the only ones that are read and opened
 * @param custom the organisation's own fields among them, in their order
 * @param sortedBy one of those fields, by which it is sorted rather than by {@code sort}; null for
 *     none
 * @param zone of whoever looks, in which days begin and end
 */
public record ActivityQuery(
    String text,
    ActivityFilter filter,
    Rule rule,
    ActivityColumn sort,
    boolean descending,
    Set<ActivityColumn> shown,
    List<UUID> custom,
    @Nullable UUID sortedBy,
    ZoneId zone) {

  public ActivityQuery {
    custom = List.copyOf(custom);
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  /** One without further conditions, that shows none of the organisation's own fields. */
  public ActivityQuery(
      String text,
      ActivityFilter filter,
      ActivityColumn sort,
      boolean descending,
      Set<ActivityColumn> shown,
      ZoneId zone) {
    this(text, filter, Rule.EVERYTHING, sort, descending, shown, List.of(), null, zone);
  }

  @Override
  public String toString() {
    return "ActivityQuery[" + sort + "]";
  }
}
