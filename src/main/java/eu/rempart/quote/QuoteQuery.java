package eu.rempart.quote;

import eu.rempart.search.rule.Rule;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a list asks for.
 *
 * @param text free text; blank for all
 * @param states those of these states; all where it is empty
 * @param rule further conditions
 * @param sort the newest change first where it is CHANGED and descending
 * @param shown columns in their order
 */
public record QuoteQuery(
    String text,
    Set<QuoteState> states,
    Rule rule,
    QuoteColumn sort,
    boolean descending,
    Set<QuoteColumn> shown) {

  public static final QuoteQuery ALL = new QuoteQuery("", Set.of(), QuoteColumn.CHANGED, true);

  public QuoteQuery {
    states = Set.copyOf(states);
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  /** One without further conditions. */
  public QuoteQuery(String text, Set<QuoteState> states, QuoteColumn sort, boolean descending) {
    this(text, states, Rule.EVERYTHING, sort, descending, QuoteColumn.DEFAULT);
  }

  @Override
  public String toString() {
    return "QuoteQuery[" + sort + "]";
  }
}
