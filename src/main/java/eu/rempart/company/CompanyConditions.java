package eu.rempart.company;

import static eu.rempart.company.CompanySearch.COUNTRY;
import static eu.rempart.company.CompanySearch.EMAIL;
import static eu.rempart.company.CompanySearch.KIND;
import static eu.rempart.company.CompanySearch.OWNER;
import static eu.rempart.company.CompanySearch.SIZE;
import static eu.rempart.company.CompanySearch.TAG;
import static eu.rempart.company.CompanySearch.TYPE;

import eu.rempart.customfield.CustomIndex;
import eu.rempart.search.question.Filter;
import eu.rempart.search.question.SearchField;
import eu.rempart.search.question.SearchQuery;
import eu.rempart.search.question.SearchSchema;
import eu.rempart.search.question.SearchSort;
import eu.rempart.search.rule.RuleFilter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes questions to the index of what a list of companies asks for. */
final class CompanyConditions {

  private CompanyConditions() {}

  static Filter filter(CompanyFilter filter, SearchSchema schema, ZoneId zone) {
    List<Filter> all = new ArrayList<>();
    in(all, TYPE, filter.types());
    in(all, SIZE, filter.sizes());
    in(all, COUNTRY, filter.countries());
    in(all, OWNER, filter.owners());
    if (filter.withEmail() != null) {
      Filter present = Filter.present(EMAIL);
      all.add(filter.withEmail() ? present : Filter.not(present));
    }
    in(all, TAG, filter.tags());
    if (!filter.rule().isEmpty()) {
      all.add(new RuleFilter(schema, LocalDate.now(zone), zone).of(filter.rule()));
    }
    return new Filter.And(all);
  }

  private static <T> void in(List<Filter> all, SearchField<T> field, Set<T> values) {
    if (!values.isEmpty()) {
      all.add(Filter.in(field, values));
    }
  }

  /** What a list asks the index. */
  static SearchQuery query(CompanyQuery query, SearchSchema schema) {
    return SearchQuery.all(KIND)
        .text(query.text())
        .filter(filter(query.filter(), schema, query.zone()))
        .sort(CustomIndex.sort(schema, query.sortedBy(), query.descending()).orElse(sort(query)));
  }

  private static @Nullable SearchSort sort(CompanyQuery query) {
    var field = query.sort().sort();
    return field == null || (query.sort() == CompanyColumn.NAME && !query.descending())
        ? null
        : new SearchSort(field, query.descending());
  }
}
