package eu.rempart.quote;

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
 * @param states those of these states; all where it is empty
 * @param rule further conditions
 * @param sort the newest change first where it is CHANGED and descending
 * @param shown columns in their order
 * @param custom the organisation's own fields among them, in their order
 * @param sortedBy one of those fields, by which it is sorted rather than by {@code sort}; null for
 *     none
 * @param zone of whoever looks, in which days begin and end
 */
public record QuoteQuery(
    String text,
    Set<QuoteState> states,
    Rule rule,
    QuoteColumn sort,
    boolean descending,
    Set<QuoteColumn> shown,
    List<UUID> custom,
    @Nullable UUID sortedBy,
    ZoneId zone) {

  public static final QuoteQuery ALL = new QuoteQuery("", Set.of(), QuoteColumn.CHANGED, true);

  public QuoteQuery {
    states = Set.copyOf(states);
    custom = List.copyOf(custom);
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  /** One of whoever is where the server stands. */
  public QuoteQuery(
      String text,
      Set<QuoteState> states,
      Rule rule,
      QuoteColumn sort,
      boolean descending,
      Set<QuoteColumn> shown,
      List<UUID> custom,
      @Nullable UUID sortedBy) {
    this(text, states, rule, sort, descending, shown, custom, sortedBy, ZoneId.systemDefault());
  }

  /** One that shows none of the organisation's own fields. */
  public QuoteQuery(
      String text,
      Set<QuoteState> states,
      Rule rule,
      QuoteColumn sort,
      boolean descending,
      Set<QuoteColumn> shown) {
    this(text, states, rule, sort, descending, shown, List.of(), null);
  }

  /** One without further conditions. */
  public QuoteQuery(String text, Set<QuoteState> states, QuoteColumn sort, boolean descending) {
    this(text, states, Rule.EVERYTHING, sort, descending, QuoteColumn.DEFAULT);
  }

  /** The same for whoever is there. */
  public QuoteQuery in(ZoneId other) {
    return new QuoteQuery(text, states, rule, sort, descending, shown, custom, sortedBy, other);
  }

  @Override
  public String toString() {
    return "QuoteQuery[" + sort + "]";
  }
}
