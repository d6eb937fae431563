package eu.rempart.contact;

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
 * @param shown columns in their order, the only ones that are read and opened
 * @param custom the organisation's own fields among them, in their order
 * @param sortedBy one of those fields, by which it is sorted rather than by {@code sort}; null for
 *     none
 * @param zone of whoever looks, in which days begin and end
 */
public record ContactQuery(
    String text,
    ContactFilter filter,
    ContactColumn sort,
    boolean descending,
    Set<ContactColumn> shown,
    List<UUID> custom,
    @Nullable UUID sortedBy,
    ZoneId zone) {

  public static final ContactQuery ALL =
      new ContactQuery("", ContactFilter.NONE, ContactColumn.NAME, false, ContactColumn.DEFAULT);

  public ContactQuery {
    shown = Collections.unmodifiableSet(new LinkedHashSet<>(shown));
    custom = List.copyOf(custom);
    if (!sort.sortable()) {
      throw new IllegalArgumentException("not a sort column: " + sort);
    }
  }

  /** One of whoever is where the server stands. */
  public ContactQuery(
      String text,
      ContactFilter filter,
      ContactColumn sort,
      boolean descending,
      Set<ContactColumn> shown,
      List<UUID> custom,
      @Nullable UUID sortedBy) {
    this(text, filter, sort, descending, shown, custom, sortedBy, ZoneId.systemDefault());
  }

  /** One that shows none of the organisation's own fields. */
  public ContactQuery(
      String text,
      ContactFilter filter,
      ContactColumn sort,
      boolean descending,
      Set<ContactColumn> shown) {
    this(text, filter, sort, descending, shown, List.of(), null);
  }

  /** What a field asks for that chooses one by a part of the name: nothing but names. */
  public static ContactQuery named(String text) {
    return new ContactQuery(
        text.strip(), ContactFilter.NONE, ContactColumn.NAME, false, Set.of(ContactColumn.NAME));
  }

  /** The same for whoever is there. */
  public ContactQuery in(ZoneId other) {
    return new ContactQuery(text, filter, sort, descending, shown, custom, sortedBy, other);
  }

  @Override
  public String toString() {
    return "ContactQuery[" + sort + "]";
  }
}
