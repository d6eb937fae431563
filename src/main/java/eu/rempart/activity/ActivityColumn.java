package eu.rempart.activity;

import eu.rempart.search.question.SearchField;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a list of activities can show, what each reads, and by what it sorts. */
public enum ActivityColumn {
  SUBJECT(ActivitySearch.SUBJECT, ActivityField.SUBJECT),
  WHEN(ActivitySearch.START),
  KIND(ActivitySearch.KIND_OF),
  LINKS(null),
  OWNER(null, ActivityField.OWNER),
  PRIORITY(ActivitySearch.PRIORITY, ActivityField.PRIORITY),
  STATUS(ActivitySearch.STATUS),
  MINUTES(null, ActivityField.MINUTES, ActivityField.RECURRENCE),
  PLACE(ActivitySearch.PLACE, ActivityField.PLACE),
  TAGS(null, ActivityField.TAGS),
  /** The organisation's own fields; which of them, the query says. */
  CUSTOM(null, ActivityField.CUSTOM),
  DONE(ActivitySearch.DONE),
  CREATED(ActivitySearch.CREATED),
  CHANGED(ActivitySearch.CHANGED);

  /** What a list shows until somebody chooses. */
  public static final Set<ActivityColumn> DEFAULT =
      Collections.unmodifiableSet(EnumSet.of(SUBJECT, WHEN, KIND, LINKS, OWNER, PRIORITY));

  private final @Nullable SearchField<?> sort;
  private final Set<ActivityField> fields;

  ActivityColumn(@Nullable SearchField<?> sort, ActivityField... fields) {
    this.sort = sort;
    this.fields = Set.of(fields);
  }

  /** What it sorts by; null where it does not sort. */
  @Nullable SearchField<?> sort() {
    return sort;
  }

  public boolean sortable() {
    return sort != null;
  }

  static Set<ActivityField> fieldsOf(Set<ActivityColumn> columns) {
    Set<ActivityField> fields =
        EnumSet.of(ActivityField.KIND, ActivityField.STATUS, ActivityField.WHEN);
    columns.forEach(column -> fields.addAll(column.fields));
    return fields;
  }
}
