package eu.rempart.contact;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a list asks for.
 *
 * @param text free text; blank for all
 * @param shown columns in their order, the only ones that are read and opened
 */
public record ContactQuery(
    String text,
    ContactFilter filter,
    ContactColumn sort,
    boolean descending,
    Set<ContactColumn> shown) {

  public static final ContactQuery ALL =
      new ContactQuery("", ContactFilter.NONE, ContactColumn.NAME, false, ContactColumn.DEFAULT);

  public ContactQuery {
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  @Override
  public String toString() {
    return "ContactQuery[" + sort + "]";
  }
}
