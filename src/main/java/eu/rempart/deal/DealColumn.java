package eu.rempart.deal;

import eu.rempart.search.question.SearchField;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a list of deals can show, what each reads, and by what it sorts. */
public enum DealColumn {
  NAME(DealSearch.NAME, DealField.NAME),
  COMPANY(DealSearch.COMPANY, DealField.COMPANY),
  AMOUNT(DealSearch.AMOUNT, DealField.AMOUNT, DealField.CURRENCY),
  LINES(null, DealField.LINES),
  STAGE(DealSearch.STAGE_ORDER, DealField.STAGE),
  STATE(DealSearch.STATE),
  PROBABILITY(null, DealField.PROBABILITY, DealField.STAGE),
  EXPECTED_CLOSE(DealSearch.EXPECTED_CLOSE, DealField.EXPECTED_CLOSE),
  OWNER(null, DealField.OWNER),
  TAGS(null, DealField.TAGS),
  /** The organisation's own fields; which of them, the query says. */
  CUSTOM(null, DealField.CUSTOM),
  SOURCE(DealSearch.SOURCE, DealField.SOURCE),
  SINCE(DealSearch.SINCE),
  CLOSED(DealSearch.CLOSED),
  LOST_REASON(null, DealField.LOST_REASON),
  CREATED(DealSearch.CREATED),
  CHANGED(DealSearch.CHANGED);

  /** What a list shows until somebody chooses. */
  public static final Set<DealColumn> DEFAULT =
      Set.copyOf(EnumSet.of(NAME, COMPANY, AMOUNT, STAGE, EXPECTED_CLOSE, OWNER, CHANGED));

  private final @Nullable SearchField<?> sort;
  private final Set<DealField> fields;

  DealColumn(@Nullable SearchField<?> sort, DealField... fields) {
    this.sort = sort;
    this.fields = fields.length == 0 ? Set.of() : Set.of(fields);
  }

  /** What it sorts by; null where it does not sort. */
  @Nullable SearchField<?> sort() {
    return sort;
  }

  public boolean sortable() {
    return sort != null;
  }

  static Set<DealField> fieldsOf(Set<DealColumn> columns) {
    Set<DealField> fields = EnumSet.of(DealField.STAGE);
    columns.forEach(column -> fields.addAll(column.fields));
    return fields;
  }
}
