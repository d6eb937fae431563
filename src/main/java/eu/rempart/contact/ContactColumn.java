package eu.rempart.contact;

import eu.rempart.search.question.SearchField;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a list of contacts can show, what each reads, and by what it sorts. */
public enum ContactColumn {
  NAME(
      ContactSearch.NAME,
      ContactField.FIRST_NAME,
      ContactField.LAST_NAME,
      ContactField.EMAILS,
      ContactField.PHONES),
  COMPANY(ContactSearch.COMPANY),
  JOB_TITLE(ContactSearch.JOB_TITLE),
  EMAIL(ContactSearch.EMAIL, ContactField.EMAILS),
  PHONE(ContactSearch.PHONE, ContactField.PHONES, ContactField.DO_NOT_CALL),
  CITY(ContactSearch.CITY, ContactField.ADDRESSES),
  COUNTRY(ContactSearch.COUNTRY, ContactField.ADDRESSES),
  LANGUAGE(ContactSearch.LANGUAGE, ContactField.LANGUAGE),
  BIRTHDAY(ContactSearch.BIRTHDAY, ContactField.BIRTHDAY),
  LAWFUL_BASIS(ContactSearch.LAWFUL_BASIS, ContactField.LAWFUL_BASIS),
  DO_NOT_CALL(ContactSearch.DO_NOT_CALL, ContactField.DO_NOT_CALL),
  OWNER(ContactSearch.OWNER_NAME, ContactField.OWNER),
  TAGS(ContactSearch.TAG_NAMES, ContactField.TAGS),
  /** The organisation's own fields; which of them, the query says. */
  CUSTOM(null, ContactField.CUSTOM),
  CREATED(ContactSearch.CREATED),
  CHANGED(ContactSearch.CHANGED);

  /** What a list shows until somebody chooses. */
  public static final Set<ContactColumn> DEFAULT =
      Set.copyOf(EnumSet.of(NAME, COMPANY, JOB_TITLE, EMAIL, PHONE, CITY, CHANGED));

  private final @Nullable SearchField<?> sort;
  private final Set<ContactField> fields;

  ContactColumn(@Nullable SearchField<?> sort, ContactField... fields) {
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

  static Set<ContactField> fieldsOf(Set<ContactColumn> columns) {
    Set<ContactField> fields = EnumSet.noneOf(ContactField.class);
    columns.forEach(column -> fields.addAll(column.fields));
    return fields;
  }

  static boolean employerIn(Set<ContactColumn> columns) {
    return columns.contains(COMPANY) || columns.contains(JOB_TITLE);
  }
}
