package eu.rempart.company;

import eu.rempart.search.question.SearchField;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that a list of companies can show, what each reads, and by what it sorts. */
public enum CompanyColumn {
  NAME(CompanySearch.NAME, CompanyField.NAME),
  TYPE(CompanySearch.TYPE, CompanyField.TYPE),
  INDUSTRY(CompanySearch.INDUSTRY, CompanyField.INDUSTRY),
  SIZE(CompanySearch.SIZE, CompanyField.SIZE),
  EMAIL(CompanySearch.EMAIL, CompanyField.EMAILS),
  PHONE(CompanySearch.PHONE, CompanyField.PHONES),
  WEBSITE(CompanySearch.WEBSITE, CompanyField.WEBSITE),
  CITY(CompanySearch.CITY, CompanyField.ADDRESSES),
  COUNTRY(CompanySearch.COUNTRY, CompanyField.ADDRESSES),
  REVENUE(CompanySearch.REVENUE, CompanyField.ANNUAL_REVENUE, CompanyField.REVENUE_CURRENCY),
  LANGUAGE(CompanySearch.LANGUAGE, CompanyField.LANGUAGE),
  OWNER(CompanySearch.OWNER_NAME, CompanyField.OWNER),
  TAGS(CompanySearch.TAG_NAMES, CompanyField.TAGS),
  /** The organisation's own fields; which of them, the query says. */
  CUSTOM(null, CompanyField.CUSTOM),
  CREATED(CompanySearch.CREATED),
  CHANGED(CompanySearch.CHANGED);

  /** What a list shows until somebody chooses. */
  public static final Set<CompanyColumn> DEFAULT =
      Set.copyOf(EnumSet.of(NAME, TYPE, INDUSTRY, CITY, PHONE, OWNER, CHANGED));

  private final @Nullable SearchField<?> sort;
  private final Set<CompanyField> fields;

  CompanyColumn(@Nullable SearchField<?> sort, CompanyField... fields) {
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

  static Set<CompanyField> fieldsOf(Set<CompanyColumn> columns) {
    Set<CompanyField> fields = EnumSet.noneOf(CompanyField.class);
    columns.forEach(column -> fields.addAll(column.fields));
    return fields;
  }
}
