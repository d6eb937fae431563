package eu.rempart.quote;

import eu.rempart.search.question.SearchField;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a list of quotes can show, and by what each sorts. */
public enum QuoteColumn {
  TITLE(QuoteSearch.TITLE),
  NUMBER(QuoteSearch.NUMBER),
  CUSTOMER(QuoteSearch.CUSTOMER),
  STATE(QuoteSearch.STATE),
  NET(null),
  TOTAL(QuoteSearch.TOTAL),
  ISSUED(QuoteSearch.ISSUED),
  VALID_UNTIL(QuoteSearch.VALID_UNTIL),
  TAGS(null),
  /** The organisation's own fields; which of them, the query says. */
  CUSTOM(null),
  OWNER(null),
  CHANGED(QuoteSearch.CHANGED);

  /** What a list shows until somebody chooses. */
  public static final Set<QuoteColumn> DEFAULT =
      Set.copyOf(EnumSet.of(TITLE, NUMBER, CUSTOMER, STATE, TOTAL, ISSUED, VALID_UNTIL));

  private final @Nullable SearchField<?> sort;

  QuoteColumn(@Nullable SearchField<?> sort) {
    this.sort = sort;
  }

  /** What it sorts by; null where it does not sort. */
  @Nullable SearchField<?> sort() {
    return sort;
  }

  public boolean sortable() {
    return sort != null;
  }
}
