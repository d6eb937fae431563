package eu.rempart.document;

import eu.rempart.search.question.SearchField;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a list of documents can show, and by what each sorts. */
public enum DocumentColumn {
  NAME(DocumentSearch.NAME),
  TYPE(DocumentSearch.TYPE),
  SIZE(DocumentSearch.SIZE),
  KIND(DocumentSearch.SORT),
  TAGS(null),
  OWNER(null),
  CHANGED(DocumentSearch.CHANGED),
  ADDED(DocumentSearch.ADDED),
  FOLDER(null),
  STATE(DocumentSearch.STATE),
  PUBLISHED(DocumentSearch.PUBLISHED),
  EXPIRES(DocumentSearch.EXPIRES);

  /** What a list shows until somebody chooses. */
  public static final Set<DocumentColumn> DEFAULT = Set.copyOf(EnumSet.range(NAME, CHANGED));

  private final @Nullable SearchField<?> sort;

  DocumentColumn(@Nullable SearchField<?> sort) {
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
