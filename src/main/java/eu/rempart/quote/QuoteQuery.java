package eu.rempart.quote;

import java.util.Set;

/**
 * What a list asks for.
 *
 * @param text free text; blank for all
 * @param states those of these states; all where it is empty
 * @param sort the newest change first where it is CHANGED and descending
 */
public record QuoteQuery(
    String text, Set<QuoteState> states, QuoteColumn sort, boolean descending) {

  public static final QuoteQuery ALL = new QuoteQuery("", Set.of(), QuoteColumn.CHANGED, true);

  public QuoteQuery {
    states = Set.copyOf(states);
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  @Override
  public String toString() {
    return "QuoteQuery[" + sort + "]";
  }
}
